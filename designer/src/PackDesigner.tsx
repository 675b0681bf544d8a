import type { PackDesignerProps } from './model/packFiles.ts';

/** Designer of one service pack: process, forms, limits, texts. Fills the height of its parent. */
export function PackDesigner(_props: PackDesignerProps) {
  return null;
}
