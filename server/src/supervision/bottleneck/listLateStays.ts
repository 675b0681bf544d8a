import type { AppContext } from '../../app/appContext.ts';
import type { Actor } from '../../identity/actor.ts';
import type { StepStay } from './readStays.ts';
import { staysOfVersion } from './staysOfVersion.ts';

/** A head sees the own department only. */
export function departmentSeen(actor: Actor): string | undefined {
  return actor.roles.includes('supervisor') ? undefined : actor.department.id;
}

/** A stay for the screen. */
export function viewStay({ caseId, caseNo, used, late, from, to }: StepStay) {
  return { caseId, caseNo, used, late, from: from.toISOString(), to: to.toISOString() };
}

/**
 * The late stays of a step, all that its number in the bottleneck counts (`readBottleneck`), the longest first.
 * Throws AppError `itemUnknown`.
 */
export async function listLateStays(input: {
  app: AppContext;
  actor: Actor;
  packCode: string;
  stepKey: string;
  version: number;
}) {
  const { app, actor, packCode, stepKey } = input;
  const { version } = await app.packs.version(packCode, input.version);
  const stays = await staysOfVersion(app, { packCode, version, departmentId: departmentSeen(actor) });
  const late = stays.filter((stay) => stay.stepKey === stepKey && stay.late);
  return { items: late.sort((one, other) => other.used - one.used).map(viewStay) };
}
