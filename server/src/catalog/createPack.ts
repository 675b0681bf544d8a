import {
  makePack,
  type NewPack,
  PackError,
  type PackFiles,
  packFromTable,
  readMinimalPack,
  readStepTable,
  startFrom,
} from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { AppError, type Text } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { PackDraftDocument } from './model.ts';
import { readDraft, saveDraft } from './saveDraft.ts';

/** What a new pack begins with: a published pack, a starting point of the gallery, a table of steps, or the minimal pack. */
export interface PackStart {
  /** Code of a published pack. */
  template?: string | null | undefined;
  /** Key of a starting point. */
  gallery?: string | undefined;
  /** Steps as they were copied from a spreadsheet. */
  table?: string | undefined;
}

/**
 * Begins a new pack as the designer's draft.
 * Throws AppError `packCodeTaken`, `itemUnknown` (the template), `invalidRequest` (code, name, starting point, table).
 */
export async function createPack(input: {
  app: AppContext;
  actor: Actor;
  packCode: string;
  name: Text;
  start: PackStart;
  department?: string | undefined;
}): Promise<PackDraftDocument> {
  const { app, actor, packCode, name, start, department } = input;
  const taken = (await app.packs.latest(packCode)) ?? (await readDraft(app, actor, packCode)) ?? undefined;
  if (taken !== undefined) throw new AppError('packCodeTaken', { params: { packCode } });
  try {
    const made = await makeFiles(app, start, { packCode, name, department });
    return await saveDraft({
      app,
      actor,
      packCode,
      baseVersion: 0,
      files: Object.entries(made).map(([path, text]) => ({ path, text })),
      expected: undefined,
    });
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    const problems = error.problems.map(({ path, zh, en }) => ({
      path,
      pointer: `/${path.replaceAll('.', '/')}`,
      message: { 'zh-CN': zh, en },
      rule: 'pack',
    }));
    throw new AppError('invalidRequest', { problems, cause: error });
  }
}

async function makeFiles(app: AppContext, start: PackStart, made: NewPack): Promise<PackFiles> {
  if (start.table !== undefined) return fromTable(start.table, made);
  if (start.gallery !== undefined) {
    const files = await startFrom(start.gallery, made);
    if (files === undefined) throw new AppError('notFound');
    return files;
  }
  const { template = null } = start;
  const files =
    template === null ? await readMinimalPack() : Object.fromEntries((await app.packs.live(template)).files);
  return makePack(files, made);
}

async function fromTable(text: string, made: NewPack): Promise<PackFiles> {
  const { rows, problems } = readStepTable(text);
  if (problems.length === 0) return packFromTable(await readMinimalPack(), rows, made);
  throw new AppError('invalidRequest', {
    problems: problems.map(({ rule, line, zh, en }) => ({
      path: 'table',
      pointer: '/table',
      message:
        line === undefined
          ? { 'zh-CN': zh, en }
          : { 'zh-CN': `第 ${line} 行：${zh}`, en: `Line ${line}: ${en}` },
      rule,
    })),
  });
}
