import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { stopClocks } from '../clocks/startCaseClocks.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { reauthenticate } from '../identity/reauthenticate.ts';
import { openFinding } from '../supervision/openFinding.ts';
import { decidingRole, isOwnDecision } from './appealRights.ts';
import type { AppealDocument, AppealOutcome } from './model.ts';

/**
 * Decides an appeal to the department itself, or records what the other body or the court decided, under the officer's
 * password. The role is the pack's (`appeal.internal.role`, else the head), the officer never the one who made the decision.
 * `changed` opens the follow-up act: a finding that stays with the department until the decision is made anew.
 * Throws AppError `notFound`, `forbidden` (role), `appealOwnDecision`, `stateConflict`, `reauthenticationFailed`.
 */
export async function decideAppeal(input: {
  app: AppContext;
  actor: Actor;
  subject: CaseDocument;
  appealId: string;
  outcome: AppealOutcome;
  reason: string;
  password: string;
}): Promise<void> {
  const { app, actor, subject, appealId, outcome, reason } = input;
  const { tenant } = app;
  const appeal = (await app.models.appeals
    .findOne({ _id: appealId, tenant, caseId: subject._id })
    .lean()) as AppealDocument | null;
  if (appeal === null || appeal.departmentId !== actor.department.id) throw new AppError('notFound');
  const { pack } = await app.packs.version(subject.packCode, subject.packVersion);
  const role = decidingRole(pack, appeal);
  if (!actor.roles.some((held) => held === role)) throw new AppError('forbidden');
  if (isOwnDecision(actor, appeal)) throw new AppError('appealOwnDecision');
  await reauthenticate({ app, actor, password: input.password });
  await changeCase({
    app,
    caseId: subject._id,
    actor: asEventActor(actor),
    work: async (change) => {
      const decided = await app.models.appeals.updateOne(
        { _id: appealId, state: 'open' },
        {
          $set: {
            state: 'decided',
            result: { outcome, reason, at: change.now, by: asAuthor(actor) },
            version: appeal.version + 1,
          },
        },
        { session: change.session },
      );
      if (decided.modifiedCount !== 1) throw new AppError('stateConflict', { params: { state: 'decided' } });
      if (appeal.kind === 'internal') await stopClocks({ app, change, kinds: ['appeal'] });
      change.event('appealDecided', { way: appeal.kind, result: outcome, reason });
      if (outcome === 'changed')
        await openFinding(app, change, {
          effectKey: `appeal:${appealId}`,
          kind: 'appealFollowUp',
          departmentId: appeal.departmentId,
          dueAt: change.now,
          details: { appeal: appealId, decisionNo: appeal.decisionNo },
        });
    },
  });
}
