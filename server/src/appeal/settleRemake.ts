import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { openFinding } from '../supervision/openFinding.ts';
import { settleFinding } from '../supervision/settleFinding.ts';
import { isSameDecision, type ReasonedDecision } from './isSameDecision.ts';

/** Key of the finding that stays with the department until the decision is made anew. */
export const followUpKey = (appealId: string): string => `appeal:${appealId}`;

/**
 * Who is ordered to decide anew must not make the same decision on the same facts and reasons, unless only the procedure was
 * at fault (Administrative Reconsideration Law art. 64 para. 2, Administrative Litigation Law art. 71). Told by kind, listed
 * reason and words (`isSameDecision`). What new facts it rests on can be stated in writing: the statement is recorded and
 * returned, and a finding of supervision opens.
 * Throws AppError `decisionSame` without a statement.
 */
export async function requireOtherDecision(options: {
  app: AppContext;
  change: CaseChange;
  /** Number of the decision that is being made. */
  number: number;
  decision: ReasonedDecision;
  statement: string | undefined;
}): Promise<string | undefined> {
  const { app, change, number, decision, statement } = options;
  const { remakes, departmentId } = change.subject;
  if (remakes?.barred === undefined || !isSameDecision(remakes.barred, decision)) return undefined;
  if (statement === undefined) throw new AppError('decisionSame');
  change.event('decisionRepeated', { caseNo: remakes.caseNo, number, statement });
  await openFinding(app, change, {
    ...{ effectKey: `repeated:${change.subject._id}:${number}`, kind: 'decisionRepeated' },
    ...{ departmentId, dueAt: change.now, details: { caseNo: remakes.caseNo, statement } },
  });
  return statement;
}

/** The matter is decided anew, or the applicant has given it up: the follow-up of the appeal is done. */
export async function settleRemake(app: AppContext, change: CaseChange): Promise<void> {
  const { remakes } = change.subject;
  if (remakes !== undefined) await settleFinding(app, change, followUpKey(remakes.appealId));
}
