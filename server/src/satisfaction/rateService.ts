import { computeDue, hasDue, parseLimit } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseState } from '../cases/model.ts';
import { readCase } from '../cases/readCase.ts';
import { requireState } from '../cases/requireState.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import { openFinding } from '../supervision/openFinding.ts';
import { ruleInForce } from '../supervision/rules/rulesInForce.ts';

/** A service can be rated once something has come of it. */
export const ratedStates = ['decided', 'delivered', 'notAccepted'] as const satisfies readonly CaseState[];
export const ratingReasons = ['slow', 'manyTrips', 'unclear', 'attitude', 'materials', 'page'] as const;
/** Grades up to this one are bad and are answered. */
const worst = 2;

/**
 * The applicant rates a service, voluntarily and once (国办发〔2019〕51号). A bad rating opens a finding of supervision with
 * the day by which the department answers.
 * Throws AppError `notFound`, `stateConflict` (nothing has come of it yet), `alreadyRated`.
 */
export async function rateService(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  grade: number;
  reasons: readonly string[];
  comment: string | undefined;
}): Promise<void> {
  const { app, actor, caseId, grade, reasons, comment } = input;
  const subject = await readCase(app, actor, caseId);
  requireState(subject, ...ratedStates);
  const id = newId();
  const bad = grade <= worst;
  try {
    await changeCase({
      app,
      caseId,
      actor: asEventActor(actor),
      keepUpdatedAt: true,
      work: async (change) => {
        requireState(change.subject, ...ratedStates);
        const { handling } = await ruleInForce(app, 'badRating', change.session);
        const { dueAt, dueDay: replyDueDay } = dueOf(app, handling, change.now);
        await app.models.satisfactions.insertMany(
          [
            {
              _id: id,
              schemaVersion: 1,
              tenant: app.tenant,
              caseId,
              caseNo: change.subject.caseNo ?? '',
              packCode: change.subject.packCode,
              departmentId: change.subject.departmentId,
              grade,
              reasons: [...reasons],
              ...(comment === undefined || comment === ''
                ? {}
                : { sealedComment: app.cipher.seal(comment, id) }),
              at: change.now,
              state: bad ? 'open' : 'noted',
              ...(bad ? { replyDueDay } : {}),
            },
          ],
          { session: change.session },
        );
        change.event('serviceRated', { grade });
        if (bad)
          await openFinding(app, change, {
            effectKey: `satisfaction:${id}`,
            kind: 'badRating',
            departmentId: change.subject.departmentId,
            dueAt,
            details: { satisfaction: id, grade, replyDueDay },
          });
      },
    });
  } catch (error) {
    throw isDuplicateKey(error) ? new AppError('alreadyRated') : error;
  }
}

/** When a bad rating is to be answered: the handling limit of its rule, which is the district's own. */
function dueOf(app: AppContext, handling: string, now: Date) {
  const limit = parseLimit(handling);
  if (!hasDue(limit)) throw new Error(`handling limit "${handling}" never falls due`);
  return computeDue({ limit, startAt: now }, app.calendar.calendar, now);
}
