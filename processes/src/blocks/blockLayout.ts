import type { Block, BlockNode } from './Block.ts';

/** Width of a column and height of a row of cells, in the units of the diagram. */
const cell = { width: 160, height: 110 };

/** Room that a block takes in the direction of the flow. */
export function widthOf({ nodes }: Block): number {
  return (Math.max(...nodes.map(({ col }) => col)) + 1) * cell.width;
}

export function sizeOf({ type }: BlockNode): { readonly width: number; readonly height: number } {
  if (/Gateway$/.test(type)) return { width: 50, height: 50 };
  return /Event$/.test(type) ? { width: 36, height: 36 } : { width: 100, height: 80 };
}

/** How far above the line a way back with so many half rows runs. */
export function bowHeight(bow: number): number {
  return ((bow + 1) * cell.height) / 2;
}

/** Middle of a node, the block beginning at `x` and lying on the line `y`. */
export function middleOf({ col, row }: BlockNode, at: { readonly x: number; readonly y: number }) {
  return { x: at.x + col * cell.width + cell.width / 2, y: at.y + row * cell.height };
}
