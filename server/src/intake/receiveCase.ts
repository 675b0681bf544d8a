import type { AppContext } from '../app/appContext.ts';
import { allocateCaseNo } from '../cases/caseNo.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { requireState } from '../cases/requireState.ts';
import { requireInUse } from '../catalog/requireInUse.ts';
import { startAcceptanceClock } from '../clocks/startCaseClocks.ts';
import { oweCommitmentLetter } from '../commitment/oweCommitmentLetter.ts';
import { oweDocument } from '../documents/oweDocument.ts';
import { raiseBill } from '../fees/raiseBill.ts';
import { feeWords } from '../fees/viewBill.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { tellAccount } from '../messages/tellAccount.ts';
import { requireNoOther } from '../payment/requireNoOther.ts';
import { receiveTheme } from '../themes/receiveTheme.ts';
import { checkComplete } from './checkComplete.ts';
import { noteLateRenewal } from './noteLateRenewal.ts';
import { requireOwnDraft } from './requireOwnDraft.ts';

/**
 * Receipt 收件: the papers are in. Gives the case its number, owes the receipt 接收回执 and starts the acceptance clock
 * (Administrative License Law art. 32: 5 working days).
 * Throws AppError `stateConflict`, `itemRetired` (no case begins any more) and what checkComplete throws.
 */
export async function receiveCase(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
}): Promise<CaseDocument> {
  const { app, actor, caseId } = input;
  const draft = await readIntakeCase(app, actor, caseId);
  requireState(draft, 'draft');
  requireOwnDraft(actor, draft);
  const loaded = await app.packs.version(draft.packCode, draft.packVersion);
  if (loaded.pack.theme !== undefined) return receiveTheme({ app, actor, draft });
  await checkComplete({ app, subject: draft });
  // An item of a theme that came back to the window has its number from the family.
  const caseNo = draft.caseNo ?? (await allocateCaseNo(app, app.time.now()));
  const { subject } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    request: actor.request,
    expectedVersion: draft.version,
    work: async (change) => {
      requireState(change.subject, 'draft');
      await requireInUse(app, change.subject, change.session);
      if (isKnownPerson(actor, change.subject)) await requireNoOther(app, change.subject, change.session);
      change.subject.caseNo = caseNo;
      change.subject.state = 'received';
      change.subject.receivedAt = change.now;
      // From now on it is the work of the window that serves the account.
      const { account, createdBy } = change.subject;
      if (account !== undefined) change.subject.createdBy = { ...createdBy, departmentId: account.officeId };
      await closeApplication(app, change);
      await startAcceptanceClock({ app, change });
      change.event('received', { caseNo });
      await noteLateRenewal(app, change);
      const fees = feeWords(await raiseBill({ app, change, due: 'acceptance' }));
      await oweDocument({ app, change, kind: 'receipt', once: true, facts: { remark: fees } });
      await oweCommitmentLetter(app, change);
      tellAccount(change, 'received');
    },
  });
  return subject;
}

/**
 * What somebody receives is told to the office, and on the portal only to whom a register has confirmed; of anybody else the
 * window finds out at acceptance.
 */
function isKnownPerson(actor: Actor, { account }: CaseDocument): boolean {
  const office = !actor.roles.includes('applicant') && !actor.roles.includes('partner');
  return office || account?.verifiedBy !== undefined;
}

/** The application may not change any more. */
async function closeApplication(
  app: AppContext,
  change: { subject: CaseDocument; session: import('mongoose').ClientSession },
) {
  await app.models.submissions.updateOne(
    { tenant: app.tenant, caseId: change.subject._id, stepKey: 'intake' },
    { $set: { open: false } },
    { session: change.session },
  );
}
