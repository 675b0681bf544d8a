import { diffPacks, type PackDiff, type PackFiles, summariseDiff, type Words } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { PackFile } from './model.ts';

export interface Comparison extends PackDiff {
  /** Versions compared; null for files that are not published. */
  readonly before: number;
  readonly after: number | null;
  readonly summary: Words;
}

/**
 * What differs between a published version of a pack and another one, or files that are not published yet. Stores
 * nothing. Throws AppError `itemUnknown` for a version that does not exist.
 */
export async function compareVersions(options: {
  app: AppContext;
  packCode: string;
  before: number;
  after: number | readonly PackFile[];
}): Promise<Comparison> {
  const { app, packCode, before, after } = options;
  const old = await filesOf(app, packCode, before);
  const now = typeof after === 'number' ? await filesOf(app, packCode, after) : asFiles(after);
  const diff = await diffPacks(old, now);
  return { before, after: typeof after === 'number' ? after : null, ...diff, summary: summariseDiff(diff) };
}

async function filesOf(app: AppContext, packCode: string, version: number): Promise<PackFiles> {
  return Object.fromEntries((await app.packs.version(packCode, version)).files);
}

function asFiles(files: readonly PackFile[]): PackFiles {
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}
