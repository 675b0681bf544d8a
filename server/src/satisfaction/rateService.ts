import { computeDue, hasDue, parseLimit } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { EventActor } from '../audit/model.ts';
import { type CaseChange, changeCase } from '../cases/changeCase.ts';
import type { CaseDocument, CaseState } from '../cases/model.ts';
import { readCase } from '../cases/readCase.ts';
import { requireState } from '../cases/requireState.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import { openFinding } from '../supervision/openFinding.ts';
import { ruleInForce } from '../supervision/rules/rulesInForce.ts';
import type { RatingDoor } from './model.ts';

/** A service can be rated once something has come of it. */
export const ratedStates = ['decided', 'delivered', 'notAccepted'] as const satisfies readonly CaseState[];
export const ratingReasons = ['slow', 'manyTrips', 'unclear', 'attitude', 'materials', 'page'] as const;
/** Grades up to this one are bad and are answered. */
const worst = 2;

/** What is said of a service. */
export interface Rating {
  grade: number;
  reasons: readonly string[];
  comment?: string | undefined;
}

/**
 * The applicant rates a service on the portal, voluntarily and once (国办发〔2019〕51号).
 * Throws AppError `notFound`, and what {@link rate} throws.
 */
export async function rateService(
  input: Rating & { app: AppContext; actor: Actor; caseId: string },
): Promise<void> {
  const { app, actor, caseId } = input;
  const subject = await readCase(app, actor, caseId);
  return rate(app, { subject, actor: asEventActor(actor), door: 'portal', rating: input });
}

/**
 * Whoever holds the link of the case (a message, the code on the receipt, the device at the window) rates without signing in.
 * Throws AppError `notFound`, `tooManyObjections` (a few an hour from one address), and what {@link rate} throws.
 */
export async function rateByLink(
  input: Rating & { app: AppContext; token: string; door: RatingDoor; from: string },
): Promise<void> {
  const { app, token, door, from } = input;
  await app.objectionLimiter.consume(`${app.tenant}:rating:${from}:${token}`, 'tooManyObjections');
  const subject = (await app.models.cases
    .findOne({ tenant: app.tenant, progressToken: token })
    .lean()) as CaseDocument | null;
  if (subject === null || subject.state === 'draft') throw new AppError('notFound');
  const actor: EventActor = { kind: 'system', name: 'ratingByLink' };
  return rate(app, { subject, actor, door, rating: input });
}

/** Whether a case can be rated now, if it is not yet. */
export function mayBeRated({ state }: Pick<CaseDocument, 'state'>): boolean {
  return (ratedStates as readonly CaseState[]).includes(state);
}

/**
 * One rating a case. A bad one opens a finding of supervision with the day by which the department answers.
 * Throws AppError `stateConflict` (nothing has come of it yet), `alreadyRated`.
 */
async function rate(
  app: AppContext,
  given: { subject: CaseDocument; actor: EventActor; door: RatingDoor; rating: Rating },
): Promise<void> {
  const { subject, actor, door } = given;
  const { grade, reasons, comment } = given.rating;
  requireState(subject, ...ratedStates);
  const id = newId();
  const bad = grade <= worst;
  try {
    await changeCase({
      app,
      caseId: subject._id,
      actor,
      keepUpdatedAt: true,
      work: async (change) => {
        requireState(change.subject, ...ratedStates);
        const { dueAt, dueDay: replyDueDay } = await replyDue(app, change);
        await app.models.satisfactions.insertMany(
          [
            {
              _id: id,
              schemaVersion: 1,
              tenant: app.tenant,
              caseId: subject._id,
              caseNo: change.subject.caseNo ?? '',
              packCode: change.subject.packCode,
              departmentId: change.subject.departmentId,
              grade,
              reasons: [...reasons],
              ...(comment === undefined || comment === ''
                ? {}
                : { sealedComment: app.cipher.seal(comment, id) }),
              at: change.now,
              door,
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
export async function replyDue(app: AppContext, { session, now }: Pick<CaseChange, 'session' | 'now'>) {
  const { handling } = await ruleInForce(app, 'badRating', session);
  const limit = parseLimit(handling);
  if (!hasDue(limit)) throw new Error(`handling limit "${handling}" never falls due`);
  return computeDue({ limit, startAt: now }, app.calendar.calendar, now);
}
