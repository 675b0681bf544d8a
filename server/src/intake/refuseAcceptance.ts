import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { requireItem } from '../cases/requireItem.ts';
import { requireState } from '../cases/requireState.ts';
import { endAllClocks } from '../clocks/startCaseClocks.ts';
import { oweDocument } from '../documents/oweDocument.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { tellAccount } from '../messages/tellAccount.ts';

/** Reasons of Administrative License Law art. 32 (1) (2): the list the clerk chooses from. */
export const refusalReasons = [
  { key: 'noPermitNeeded', text: { 'zh-CN': '依法不需要取得行政许可', en: 'No permit is needed by law' } },
  {
    key: 'notOurCompetence',
    text: { 'zh-CN': '依法不属于本行政机关职权范围', en: 'Not within the competence of this body' },
  },
  {
    key: 'notCorrected',
    text: {
      'zh-CN': '逾期未补正或补正后仍不符合法定形式',
      en: 'Not corrected in time, or still not in the legal form',
    },
  },
  {
    key: 'notEligible',
    text: { 'zh-CN': '申请人不具备申请资格', en: 'The applicant is not entitled to apply' },
  },
] as const;

/**
 * Refusal to accept 不予受理: ends every clock and owes the notice with the ways of appeal.
 * Throws AppError `stateConflict`, `invalidRequest` for a reason that the item does not have.
 */
export async function refuseAcceptance(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  reasonKey: string;
  reason: string;
}): Promise<CaseDocument> {
  const { app, actor, caseId } = input;
  const seen = await readIntakeCase(app, actor, caseId);
  const { pack } = await app.packs.version(seen.packCode, seen.packVersion);
  const reasons = pack.refusalReasons.length > 0 ? pack.refusalReasons : refusalReasons;
  if (!reasons.some(({ key }) => key === input.reasonKey)) throw unknownReason();
  const { subject } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    request: actor.request,
    work: async (change) => {
      requireItem(change.subject);
      requireState(change.subject, 'received', 'supplementing');
      change.subject.state = 'notAccepted';
      change.subject.endedAt = change.now;
      await endAllClocks({ app, change });
      change.event('acceptanceRefused', { reasonKey: input.reasonKey });
      await oweDocument({
        app,
        change,
        kind: 'notAcceptedNotice',
        facts: { reasonKey: input.reasonKey, reason: input.reason },
      });
      tellAccount(change, 'notAccepted');
    },
  });
  return subject;
}

function unknownReason(): AppError {
  return new AppError('invalidRequest', {
    problems: [
      {
        path: 'reasonKey',
        pointer: '/reasonKey',
        rule: 'known',
        message: { 'zh-CN': '请选择本事项的不予受理理由。', en: 'Choose one of the reasons of this item.' },
      },
    ],
  });
}
