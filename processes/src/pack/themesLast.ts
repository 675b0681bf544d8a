import type { PackFiles } from './packFiles.ts';
import { parsePack } from './parsePack.ts';

/** The packs in the order in which they can be published: themes last, because they name items. */
export function themesLast<T extends { readonly files: PackFiles }>(packs: readonly T[]): T[] {
  const isTheme = ({ files }: T) => {
    try {
      return parsePack(files).theme !== undefined;
    } catch {
      return false;
    }
  };
  return [...packs.filter((pack) => !isTheme(pack)), ...packs.filter(isTheme)];
}
