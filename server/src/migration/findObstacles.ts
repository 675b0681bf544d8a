import { type MigrationFinding, migrationFinding } from '@onewindow/processes/migration';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { MigrationWish } from './planPair.ts';

/** States in which a case is being handled. A draft is nobody's case yet. */
export const movableStates = ['received', 'supplementing', 'accepted', 'decided', 'delivered'] as const;

/** Why a case is not migrated now, whatever the versions say. */
export async function findObstacles(
  app: AppContext,
  subject: CaseDocument,
  { from }: Pick<MigrationWish, 'from'>,
): Promise<MigrationFinding[]> {
  const { engine, migration, state, packVersion } = subject;
  if (migration !== undefined) return [migrationFinding('migrationUnderWay', { to: migration.to })];
  if (packVersion !== from) return [migrationFinding('otherVersion', { version: packVersion, from })];
  const handled = (movableStates as readonly string[]).includes(state) && engine.state !== 'ended';
  // After acceptance it is the process that runs.
  if (!handled || (state !== 'received' && state !== 'supplementing' && engine.state === 'none'))
    return [migrationFinding('notRunning', { state })];
  if (engine.state === 'pending') return [migrationFinding('actInFlight')];
  const { tenant } = app;
  const [owed, open] = await Promise.all([
    app.models.outbox
      .find({
        tenant,
        stream: `${subject._id}:engine`,
        state: trusted({ $in: ['pending', 'parked'] }),
      })
      .lean(),
    app.models.tasks.find({ tenant, caseId: subject._id, active: true }, { state: 1 }).lean(),
  ]);
  if (owed.some((entry) => entry.state === 'parked')) return [migrationFinding('streamParked')];
  return owed.length > 0 || open.some(({ state }) => state === 'completing')
    ? [migrationFinding('actInFlight')]
    : [];
}
