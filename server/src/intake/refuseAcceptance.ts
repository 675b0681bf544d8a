import type { AppContext } from '../app/appContext.ts';
import { allocateCaseNo } from '../cases/caseNo.ts';
import { type CaseChange, changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { personOf } from '../cases/personOf.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { requireItem } from '../cases/requireItem.ts';
import { requireState } from '../cases/requireState.ts';
import { endClocks } from '../clocks/startCaseClocks.ts';
import { oweDocument } from '../documents/oweDocument.ts';
import { AppError, type FieldProblem } from '../errors/appError.ts';
import { endBills } from '../fees/endBills.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { tellAccount } from '../messages/tellAccount.ts';
import { reasonsOf } from './refusalReasons.ts';
import { requireAcceptanceOpen } from './requireAcceptanceOpen.ts';
import { requireOwnDraft } from './requireOwnDraft.ts';

/**
 * Refusal to accept 不予受理: ends every clock and owes the notice with the ways of appeal. A matter that belongs to another
 * body is refused at once, also before anything was handed in, and the applicant is told where to go
 * (Administrative License Law art. 32 (1) (2)).
 * Throws AppError `stateConflict`, `acceptanceOverdue`, `draftHeld`, `invalidRequest` for a reason that the item does not have,
 * for one that needs the other body's name, and for a draft without applicant.
 */
export async function refuseAcceptance(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  reasonKey: string;
  reason: string;
  /** Name of the body to which the applicant is sent. */
  referTo?: string | undefined;
}): Promise<CaseDocument> {
  const { app, actor, caseId, reason, referTo = '' } = input;
  const seen = await readIntakeCase(app, actor, caseId);
  requireOwnDraft(actor, seen);
  await requireAcceptanceOpen(app, seen);
  const chosen = (await reasonsOf(app, seen)).find(({ key }) => key === input.reasonKey);
  if (chosen === undefined) throw refused('reasonKey', 'known', problems.unknownReason);
  const elsewhere = chosen.refersElsewhere === true;
  if (elsewhere && referTo === '') throw refused('referTo', 'required', problems.whereTo);
  if (seen.state === 'draft' && elsewhere && personOf(app, seen).applicant === undefined)
    throw refused('applicant', 'required', problems.applicant);
  const caseNo =
    seen.caseNo ?? (seen.state === 'draft' ? await allocateCaseNo(app, app.time.now()) : undefined);
  const { subject } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    request: actor.request,
    work: async (change) => {
      requireItem(change.subject);
      // Only what is another body's business is refused before it is received.
      requireState(change.subject, 'received', 'supplementing', ...(elsewhere ? (['draft'] as const) : []));
      if (change.subject.state === 'draft') await receiveForRefusal(app, change, caseNo ?? '');
      change.subject.state = 'notAccepted';
      change.subject.endedAt = change.now;
      await endClocks({ app, change, because: 'notAccepted' });
      await endBills({ app, change, end: 'notAccepted' });
      change.event('acceptanceRefused', {
        reasonKey: input.reasonKey,
        reasonLength: [...reason.replaceAll(/\s/gu, '')].length,
      });
      await oweDocument({
        app,
        change,
        kind: 'notAcceptedNotice',
        facts: { reasonKey: input.reasonKey, reason, referTo: elsewhere ? referTo : '' },
      });
      tellAccount(change, 'notAccepted');
    },
  });
  return subject;
}

/** It was asked for today: the notice needs a number and a day, the application is closed as it is. */
async function receiveForRefusal(app: AppContext, change: CaseChange, caseNo: string): Promise<void> {
  const { subject, now, session } = change;
  subject.caseNo = caseNo;
  subject.receivedAt = now;
  await app.models.submissions.updateOne(
    { tenant: app.tenant, caseId: subject._id, stepKey: 'intake' },
    { $set: { open: false } },
    { session },
  );
  change.event('received', { caseNo });
}

const problems = {
  unknownReason: {
    'zh-CN': '请选择本事项的不予受理理由。',
    en: 'Choose one of the reasons of this item.',
  },
  whereTo: {
    'zh-CN': '不属于本机关职权范围的，应当告知申请人向哪个机关申请。',
    en: 'Name the body to which the applicant is to go instead.',
  },
  applicant: { 'zh-CN': '请填写申请人。', en: 'Name the applicant.' },
} as const satisfies Record<string, FieldProblem['message']>;

function refused(path: string, rule: string, message: FieldProblem['message']): AppError {
  return new AppError('invalidRequest', { problems: [{ path, pointer: `/${path}`, rule, message }] });
}
