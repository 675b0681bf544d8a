import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { enterApproval } from '../intake/enterApproval.ts';
import { readEngineVariables } from '../intake/readEngineVariables.ts';
import { openFinding } from '../supervision/openFinding.ts';
import type { ClockDocument } from './model.ts';

/**
 * Neither accepted nor refused nor asked for corrections in time: accepted by law as of the day of receipt, the approval
 * clocks start on that day, retroactively (Administrative License Law art. 32). A finding opens.
 */
export async function deemAccepted(app: AppContext, change: CaseChange, clock: ClockDocument): Promise<void> {
  const { subject } = change;
  if (subject.state !== 'received') return;
  subject.deemedAccepted = true;
  const { variables } = await readEngineVariables({ app, subject, session: change.session });
  change.event('deemedAccepted', { asOf: clock.startAt.toISOString(), cite: clock.cite ?? '' });
  await enterApproval({ app, change, variables, acceptedAt: clock.startAt });
  await openFinding(app, change, {
    effectKey: `${clock._id}:deemedAcceptance`,
    kind: 'deemedAcceptance',
    departmentId: clock.departmentId,
    dueAt: clock.dueAt,
    details: { limit: clock.limit, dueDay: clock.dueDay },
  });
}
