import type { AppContext } from '../app/appContext.ts';
import { allocateCaseNo } from '../cases/caseNo.ts';
import { announce, changeCaseIn } from '../cases/changeCase.ts';
import type { CaseDocument, SubmissionDocument } from '../cases/model.ts';
import { stopClocks } from '../clocks/startCaseClocks.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { reauthenticate } from '../identity/reauthenticate.ts';
import { deliverOwn } from '../outbox/deliverNow.ts';
import { inTransaction } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import { amendDecision } from './amendDecision.ts';
import { decidingRole, isOwnDecision } from './appealRights.ts';
import { closeAppeal } from './closeAppeal.ts';
import { expectDecision } from './expectDecision.ts';
import type { AppealDocument, AppealOutcome } from './model.ts';
import { type AppealPaper, readRemakeOrder } from './remakeOrder.ts';
import { reopenMatter } from './reopenMatter.ts';
import { isOverturning, takeBackDecision } from './takeBackDecision.ts';

/**
 * Decides an appeal to the department itself, or records what the other body or the court decided, under the officer's
 * password. The role is the pack's (`appeal.internal.role`, else the head), the officer never the one who made the decision.
 * A decision of which parts were changed or revoked stands with the others (`amendDecision`); one that was changed as a whole or revoked loses its effect with its license; where it is to be made anew the matter is reopened
 * as a case of its own (`reopenMatter`), and a finding stays with the department until that is decided.
 * Returns the new case, if there is one.
 * Throws AppError `notFound`, `forbidden` (role), `appealOwnDecision`, `stateConflict`, `reauthenticationFailed`, and what
 * readRemakeOrder throws.
 */
export async function decideAppeal(input: {
  app: AppContext;
  actor: Actor;
  subject: CaseDocument;
  appealId: string;
  outcome: AppealOutcome;
  reason: string;
  paper: AppealPaper;
  password: string;
}): Promise<{ remade: { caseId: string; caseNo: string } | null }> {
  const { app, actor, subject, appealId, outcome, reason, paper } = input;
  const { tenant } = app;
  const appeal = (await app.models.appeals
    .findOne({ _id: appealId, tenant, caseId: subject._id })
    .lean()) as AppealDocument | null;
  if (appeal === null || appeal.departmentId !== actor.department.id) throw new AppError('notFound');
  const { pack } = await app.packs.version(subject.packCode, subject.packVersion);
  const role = decidingRole(pack, appeal);
  if (!actor.roles.some((held) => held === role)) throw new AppError('forbidden');
  if (isOwnDecision(actor, appeal)) throw new AppError('appealOwnDecision');
  const order = readRemakeOrder(app, appeal, outcome, paper);
  await reauthenticate({ app, actor, password: input.password });
  const now = app.time.now();
  const remade =
    order?.anew === true ? { caseId: newId(), caseNo: await allocateCaseNo(app, now) } : undefined;
  const application = (await app.models.submissions
    .findOne({ tenant, caseId: subject._id, stepKey: 'intake' })
    .lean()) as SubmissionDocument | null;
  const changed = await inTransaction(app.connection, async (session) => {
    const first = await changeCaseIn(
      session,
      {
        app,
        caseId: subject._id,
        actor: asEventActor(actor),
        work: async (change) => {
          await closeAppeal({ app, change, actor, appeal, outcome, reason, order, remade });
          if (appeal.kind === 'internal') await stopClocks({ app, change, kinds: ['appeal'] });
          change.event('appealDecided', { way: appeal.kind, result: outcome, reason });
          if (order === undefined) return;
          requireStanding(change.subject, appeal);
          const { documentNo, parts } = order;
          if (parts.length > 0 && (outcome === 'changed' || outcome === 'revokedInPart'))
            return amendDecision({ app, change, way: appeal.kind, outcome, documentNo, reason, parts });
          if (!isOverturning(outcome)) return;
          await takeBackDecision({
            app,
            change,
            actor,
            way: appeal.kind,
            outcome,
            documentNo,
            reason,
            remade,
          });
          if (remade !== undefined) await expectDecision({ app, change, appeal, order, remade });
        },
      },
      now,
    );
    if (order === undefined || remade === undefined) return [first];
    const earlier = first.subject;
    return [
      first,
      await reopenMatter({ app, session, now, actor, earlier, application, appeal, order, remade }),
    ];
  });
  for (const { subject: one } of changed) announce(app, one, now);
  const [, reopened] = changed;
  if (reopened !== undefined) await deliverOwn(app, reopened);
  return { remade: remade ?? null };
}

/** Of two appeals against a decision only one can take it away. Throws AppError `stateConflict`. */
function requireStanding({ decision }: CaseDocument, { decisionNo }: AppealDocument): void {
  if (decision?.number !== decisionNo || decision.annulled !== undefined)
    throw new AppError('stateConflict', { params: { state: 'annulled' } });
}
