import { shanghaiDay } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { fireClock } from '../clocks/fireClock.ts';
import type { ClockDocument } from '../clocks/model.ts';
import { AppError } from '../errors/appError.ts';

/**
 * Within the acceptance limit a case may be accepted, refused or asked to be corrected; after it the law has accepted
 * (Administrative License Law art. 32), also where the sweep has not come round to it yet: it is then carried out here.
 * Throws AppError `acceptanceOverdue`.
 */
export async function requireAcceptanceOpen(app: AppContext, subject: CaseDocument): Promise<void> {
  if (subject.state !== 'received' && subject.deemedAccepted !== true) return;
  const clocks = (await app.models.clocks
    .find({ tenant: app.tenant, caseId: subject._id, kind: 'acceptance' })
    .sort({ startAt: -1 })
    .limit(1)
    .lean()) as ClockDocument[];
  const [clock] = clocks;
  if (clock === undefined) return;
  const over = clock.state === 'running' && clock.dueAt < app.time.now();
  if (over && subject.state === 'received') await fireClock(app, clock);
  if (!over && subject.deemedAccepted !== true) return;
  throw new AppError('acceptanceOverdue', {
    params: { dueDay: clock.dueDay, receivedDay: shanghaiDay(clock.startAt) },
  });
}
