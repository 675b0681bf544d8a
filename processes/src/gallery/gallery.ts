import { fileURLToPath } from 'node:url';
import type { PackFiles } from '../pack/packFiles.ts';
import { readPackFolder } from '../pack/readPackFolder.ts';
import type { Text } from '../schema/text.ts';
import { packFromTable } from '../stepTable/packFromTable.ts';
import { readStepTable } from '../stepTable/readStepTable.ts';
import { makePack, type NewPack } from '../template/makePack.ts';
import { readMinimalPack } from '../template/minimalPack.ts';
import entries from './gallery.json' with { type: 'json' };

/** A kind of process to start from. */
export interface StartingPoint {
  readonly key: string;
  readonly name: Text;
  readonly description: Text;
}

type Entry = StartingPoint & {
  readonly from: { readonly minimal: true } | { readonly pack: string } | { readonly table: string };
};
const gallery = entries as readonly Entry[];

/** The starting points in the order in which they are offered. They come with the product, whatever is published. */
export const startingPoints: readonly StartingPoint[] = gallery.map(({ key, name, description }) => ({
  key,
  name,
  description,
}));

/** A new pack from a starting point; undefined for a key that there is not. Throws PackError as `makePack`. */
export async function startFrom(key: string, made: NewPack): Promise<PackFiles | undefined> {
  const entry = gallery.find((one) => one.key === key);
  if (entry === undefined) return undefined;
  const { from } = entry;
  if ('table' in from) return packFromTable(await readMinimalPack(), readStepTable(from.table).rows, made);
  if ('pack' in from)
    return makePack(
      await readPackFolder(fileURLToPath(new URL(`../../${from.pack}`, import.meta.url))),
      made,
    );
  return makePack(await readMinimalPack(), made);
}
