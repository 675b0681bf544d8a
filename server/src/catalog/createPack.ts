import { makePack, PackError, readMinimalPack } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { AppError, type Text } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { PackDraftDocument } from './model.ts';
import { readDraft, saveDraft } from './saveDraft.ts';

/**
 * Begins a new pack as the designer's draft, made from a published pack or from the minimal one.
 * Throws AppError `packCodeTaken`, `itemUnknown` (the template), `invalidRequest` (code or name).
 */
export async function createPack(input: {
  app: AppContext;
  actor: Actor;
  packCode: string;
  name: Text;
  /** Code of the published pack to start from; null for the minimal one. */
  template: string | null;
  department?: string | undefined;
}): Promise<PackDraftDocument> {
  const { app, actor, packCode, name, template, department } = input;
  const taken = (await app.packs.latest(packCode)) ?? (await readDraft(app, actor, packCode)) ?? undefined;
  if (taken !== undefined) throw new AppError('packCodeTaken', { params: { packCode } });
  const files =
    template === null ? await readMinimalPack() : Object.fromEntries((await app.packs.live(template)).files);
  try {
    const made = makePack(files, { packCode, name, department });
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
