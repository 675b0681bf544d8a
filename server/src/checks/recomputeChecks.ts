import { parseLimit, shanghaiInstant } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import { type CaseChange, changeCase } from '../cases/changeCase.ts';
import { checkDue } from './checkDue.ts';
import type { CheckDocument } from './model.ts';
import { planDue } from './planRound.ts';
import { saveCheck } from './saveCheck.ts';
import { setNextFire } from './setNextFire.ts';

/**
 * Brings the due days of the checks to the calendar in force: of every round that is still to be made and has not been
 * missed, with an event on its case where the day (or that it is provisional) changes. Reminders that were sent stay sent.
 * Returns how many days changed.
 */
export async function recomputeChecks(app: AppContext): Promise<number> {
  const { models, tenant } = app;
  const told = { open: 1, state: 1, caseId: 1 } as const;
  const waiting: Pick<CheckDocument, '_id' | 'caseId'>[] = [];
  for await (const check of models.checks.find({ tenant }, told).lean().cursor())
    if (isWaiting(check)) waiting.push({ _id: check._id, caseId: check.caseId });
  let changed = 0;
  for (const { _id, caseId } of waiting) {
    const { result } = await changeCase({
      app,
      caseId,
      actor: { kind: 'system', name: 'calendar' },
      keepUpdatedAt: true,
      work: (change) => recomputeOne(app, change, _id),
    });
    if (result) changed += 1;
  }
  return changed;
}

const isWaiting = ({ open, state }: Pick<CheckDocument, 'open' | 'state'>) => open && state === 'due';

async function recomputeOne(app: AppContext, change: CaseChange, id: string): Promise<boolean> {
  const { session } = change;
  const round = (await app.models.checks
    .findOne({ _id: id, tenant: app.tenant }, null, { session })
    .lean()) as CheckDocument | null;
  if (round === null || !isWaiting(round)) return false;
  const { pack } = await app.packs.version(round.packCode, round.packVersion);
  const check = pack.checks.find(({ key }) => key === round.checkKey);
  const limit = parseLimit(round.limit);
  if (check === undefined || limit.unit === 'none') return false;
  const due = checkDue({ limit, window: check.window }, round.sinceDay, app.calendar.calendar);
  const { dueDay: from, provisional } = round;
  if (due.dueDay === from && due.provisional === provisional) return false;
  const { calendar } = app.calendar;
  // From the beginning of the round: what has fallen due while nobody swept is still to be sent.
  const now = shanghaiInstant(round.sinceDay, '00:00');
  const { yellowAt, reminders } = planDue({ due, remindBefore: check.remindBefore, calendar, now });
  const moved = round.reminders.map((reminder) =>
    reminder.firedAt === undefined
      ? (reminders.find(({ key }) => key === reminder.key) ?? reminder)
      : reminder,
  );
  Object.assign(round, due, { yellowAt, reminders: moved });
  setNextFire(round);
  await saveCheck(app, round, session);
  change.event('checkRecomputed', {
    ...{ check: round.checkKey, from, to: due.dueDay, calendar: app.calendar.version },
  });
  return true;
}
