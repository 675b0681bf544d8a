import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import { whoseTurn } from './cosignState.ts';
import type { CosignDocument } from './model.ts';
import { remarkContext } from './sign.ts';

/** A co-signing without the form: who signs what, and what each has said. */
export async function viewCosign(app: AppContext, actor: Actor, cosign: CosignDocument) {
  const subject = await app.models.cases
    .findOne({ _id: cosign.caseId, tenant: app.tenant }, { packCode: 1 })
    .lean();
  const loaded = await app.packs.version(subject?.packCode ?? '', cosign.packVersion);
  const turn = cosign.state === 'open' ? whoseTurn(cosign) : [];
  const { cipher } = app;
  return {
    id: cosign._id,
    caseId: cosign.caseId,
    caseNo: cosign.caseNo,
    itemName: cosign.itemName,
    taskId: cosign.taskId,
    stepName: cosign.stepName,
    outcome: loaded.step(cosign.stepKey).outcomes.find(({ key }) => key === cosign.outcome)?.name ?? null,
    outcomeKey: cosign.outcome,
    mode: cosign.mode,
    quorum: cosign.quorum,
    note: cosign.note,
    state: cosign.state,
    by: cosign.by.name,
    at: cosign.at.toISOString(),
    signers: cosign.signers.map(({ id, name, position, at, sealedRemark }) => ({
      name,
      position,
      turn: turn.includes(id),
      at: at === undefined ? null : new Date(at).toISOString(),
      remark:
        sealedRemark === undefined ? '' : cipher.open<string>(sealedRemark, remarkContext(cosign._id, id)),
    })),
    canSign: turn.includes(actor.id),
  };
}

/** The same with what is signed. */
export async function viewProposal(app: AppContext, actor: Actor, cosign: CosignDocument) {
  const subject = await app.models.cases
    .findOne({ _id: cosign.caseId, tenant: app.tenant }, { packCode: 1 })
    .lean();
  const loaded = await app.packs.version(subject?.packCode ?? '', cosign.packVersion);
  return {
    ...(await viewCosign(app, actor, cosign)),
    form: loaded.form(loaded.step(cosign.stepKey).form),
    formData: app.cipher.open<Record<string, unknown>>(cosign.sealedData, cosign._id),
  };
}

/** The co-signings of a task, the latest first. */
export async function cosignsOfTask(app: AppContext, actor: Actor, taskId: string) {
  const found = (await app.models.cosigns.find({ tenant: app.tenant, taskId }).lean()) as CosignDocument[];
  const latest = found.sort((a, b) => b.at.getTime() - a.at.getTime());
  return Promise.all(latest.map((cosign) => viewCosign(app, actor, cosign)));
}

/** What waits for this person's signature, the oldest first. */
export async function cosignsFor(app: AppContext, actor: Actor) {
  const found = (await app.models.cosigns
    .find({ tenant: app.tenant, departmentId: actor.department.id, state: 'open' })
    .limit(500)
    .lean()) as CosignDocument[];
  const mine = found
    .filter((cosign) => whoseTurn(cosign).includes(actor.id))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  return Promise.all(mine.map((cosign) => viewCosign(app, actor, cosign)));
}

/** The form that the co-signers have agreed to last, for the owner's form; nothing without an agreement. */
export async function agreedFormOf(
  app: AppContext,
  taskId: string,
): Promise<Record<string, unknown> | undefined> {
  const found = (await app.models.cosigns.find({ tenant: app.tenant, taskId }).lean()) as CosignDocument[];
  const last = found
    .filter(({ state }) => state === 'open' || state === 'agreed')
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .at(-1);
  return last === undefined ? undefined : app.cipher.open<Record<string, unknown>>(last.sealedData, last._id);
}
