import type { AppContext } from '../app/appContext.ts';
import { type Changed, changeCase } from '../cases/changeCase.ts';
import type { CaseDocument, SubmissionDocument } from '../cases/model.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { requireItem } from '../cases/requireItem.ts';
import { requireState } from '../cases/requireState.ts';
import type { Variables } from '../catalog/conditionHolds.ts';
import { recheckCommitment } from '../commitment/chooseCommitment.ts';
import { waivedByCommitment } from '../commitment/waivedByCommitment.ts';
import { AppError } from '../errors/appError.ts';
import { charges } from '../fees/raiseBill.ts';
import { requirePaid } from '../fees/requirePaid.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { requireNoOther } from '../payment/requireNoOther.ts';
import { enterApproval } from './enterApproval.ts';
import { isAskedFor } from './isAskedFor.ts';
import { readEngineVariables } from './readEngineVariables.ts';
import { requireAcceptanceOpen } from './requireAcceptanceOpen.ts';
import { startWaiverClocks, type Waiver, type WaiverSigner } from './startWaiverClocks.ts';

/**
 * Acceptance 受理: the legal start. Stops the acceptance clock, starts the statutory and promised ones, owes the notice
 * and the start of the process, which the caller is to deliver at once (deliverOwn). With the engine away the case waits
 * for it in the outbox. The application, closed since receipt, is given along.
 * Throws AppError `stateConflict`, `acceptanceOverdue`, `materialsMissing`, `waiverRefused`, `billDue`, `benefitHeld`.
 */
export async function acceptCase(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  waived?: readonly Waiver[] | undefined;
  /** Who signed the promise to hand in later what is waived. */
  signedBy?: WaiverSigner | undefined;
}): Promise<Changed<void> & { application: SubmissionDocument | null }> {
  const { app, actor, caseId, waived = [] } = input;
  const found = await readIntakeCase(app, actor, caseId);
  await requireAcceptanceOpen(app, found);
  requireState(found, 'received');
  requireItem(found);
  const before = await recheckCommitment(app, found);
  await requireNoOther(app, before);
  const { variables, application } = await readEngineVariables({ app, subject: before });
  await checkMaterials(app, before, waived, variables);
  if (charges(await app.packs.version(before.packCode, before.packVersion), 'acceptance'))
    await requirePaid({ app, caseId, before: 'acceptance' });
  const changed = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    request: actor.request,
    known: before,
    leaseOwn: true,
    work: async (change) => {
      requireState(change.subject, 'received');
      for (const waiver of waived) {
        const material = change.subject.materials.find((entry) => entry.key === waiver.materialKey);
        if (material !== undefined) material.waivedUntil = waiver.dueDay;
      }
      change.event('accepted', waived.length > 0 ? { waived: waived.map((entry) => ({ ...entry })) } : {});
      await enterApproval({ app, change, variables, acceptedAt: change.now });
      await startWaiverClocks({ app, change, waived, signedBy: input.signedBy ?? 'applicant' });
    },
  });
  return { ...changed, application };
}

async function checkMaterials(
  app: AppContext,
  subject: CaseDocument,
  waived: readonly Waiver[],
  variables: Variables,
): Promise<void> {
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  for (const waiver of waived) {
    const rule = loaded.material(waiver.materialKey);
    if (rule === undefined || rule.keyMaterial || !/^\d{4}-\d{2}-\d{2}$/.test(waiver.dueDay)) {
      throw new AppError('waiverRefused', { params: { key: waiver.materialKey } });
    }
  }
  const committed = waivedByCommitment(loaded, subject);
  const missing = subject.materials.filter((entry) => {
    const rule = loaded.material(entry.key);
    if (rule === undefined || committed.includes(entry.key) || !isAskedFor(rule, variables)) return false;
    if (entry.files.length > 0 || entry.licenseId !== undefined) return false;
    return !waived.some((waiver) => waiver.materialKey === entry.key);
  });
  if (missing.length === 0) return;
  const names = missing.map((entry) => loaded.material(entry.key)?.name['zh-CN'] ?? entry.key);
  throw new AppError('materialsMissing', {
    params: { names: names.join('、') },
    problems: missing.map((entry) => ({
      path: `materials.${entry.key}`,
      pointer: `/materials/${entry.key}`,
      message: { 'zh-CN': '缺少必需材料', en: 'Required material is missing' },
      rule: 'required',
    })),
  });
}
