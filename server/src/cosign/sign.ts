import type { AppContext } from '../app/appContext.ts';
import { type CaseChange, type Changed, changeCase } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { readTask } from '../inbox/taskScope.ts';
import { cosignState, whoseTurn } from './cosignState.ts';
import type { CosignDocument } from './model.ts';

/** The co-signing, for those who sign it. Throws AppError `notFound`. */
export async function readCosign(app: AppContext, actor: Actor, id: string): Promise<CosignDocument> {
  const found = (await app.models.cosigns
    .findOne({ _id: id, tenant: app.tenant })
    .lean()) as CosignDocument | null;
  const concerned = found?.by.id === actor.id || found?.signers.some((signer) => signer.id === actor.id);
  if (found === null || concerned !== true) throw new AppError('notFound');
  return found;
}

/** What a remark is sealed under. */
export const remarkContext = (cosignId: string, signerId: string) => `${cosignId}:${signerId}`;

/**
 * Signs or refuses, once and in turn. The owner sees it at once; the last word makes it agreed or failed.
 * Throws AppError `cosignEnded` when it is over or not this person's turn, `notFound`.
 */
export async function sign(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  position: 'agree' | 'dissent';
  remark: string;
}): Promise<Changed<void>> {
  const { app, actor, id, position, remark } = input;
  const seen = await readCosign(app, actor, id);
  if (!seen.signers.some((signer) => signer.id === actor.id)) throw new AppError('notFound');
  return changeCase({
    app,
    caseId: seen.caseId,
    actor: asEventActor(actor),
    request: actor.request,
    work: async (change) => {
      const cosign = await readIn(app, change, id);
      if (cosign.state !== 'open' || !whoseTurn(cosign).includes(actor.id)) throw new AppError('cosignEnded');
      const sealedRemark = app.cipher.seal(remark, remarkContext(id, actor.id));
      const signers = cosign.signers.map((signer) =>
        signer.id === actor.id ? { ...signer, position, at: change.now, sealedRemark } : signer,
      );
      const state = cosignState({ ...cosign, signers });
      await app.models.cosigns.updateOne(
        { _id: id },
        { $set: { signers, state } },
        { session: change.session },
      );
      change.event('cosigned', { step: cosign.stepKey, position });
      if (state === 'agreed') change.event('cosignAgreed', { step: cosign.stepKey });
      if (state === 'failed') change.event('cosignFailed', { step: cosign.stepKey });
    },
  });
}

/** The owner takes an open co-signing back. Throws AppError `cosignEnded`, `notFound`. */
export async function withdrawCosign(input: {
  app: AppContext;
  actor: Actor;
  id: string;
}): Promise<Changed<void>> {
  const { app, actor, id } = input;
  const seen = await app.models.cosigns.findOne({ _id: id, tenant: app.tenant }).lean();
  if (seen === null) throw new AppError('notFound');
  const task = await readTask(app, actor, seen.taskId);
  if (task.assignee?.id !== actor.id) throw new AppError('notFound');
  return changeCase({
    app,
    caseId: seen.caseId,
    actor: asEventActor(actor),
    request: actor.request,
    work: async (change) => {
      const cosign = await readIn(app, change, id);
      if (cosign.state !== 'open') throw new AppError('cosignEnded');
      await app.models.cosigns.updateOne(
        { _id: id },
        { $set: { state: 'withdrawn', endedAt: change.now } },
        { session: change.session },
      );
      change.event('cosignWithdrawn', { step: cosign.stepKey });
    },
  });
}

async function readIn(app: AppContext, { session }: CaseChange, id: string): Promise<CosignDocument> {
  const found = await app.models.cosigns.findOne({ _id: id }, null, { session }).lean();
  if (found === null) throw new AppError('notFound');
  return found as CosignDocument;
}
