import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { changeVisitor, ownVisitor } from './ownCounter.ts';

/** Skipped so often, a number is over: its holder takes a new one. */
const skipsAllowed = 2;

/**
 * Nobody came 过号: the next may be called. The visitor can come back the same day, once.
 * Throws AppError `notAtCounter`, `nobodyCalled`, `callAgainFirst` (called too few times), `ticketHasCase` (somebody came).
 */
export async function skipTicket(input: { app: AppContext; actor: Actor }): Promise<void> {
  const { app, actor } = input;
  const { hall, ticket } = await ownVisitor(app, actor);
  if (ticket.caseIds.length > 0) throw new AppError('ticketHasCase');
  if (ticket.calls < hall.rules.callsBeforeSkip)
    throw new AppError('callAgainFirst', { params: { calls: hall.rules.callsBeforeSkip } });
  const skips = ticket.skips + 1;
  await changeVisitor(app, ticket, {
    set: { state: skips >= skipsAllowed ? 'missed' : 'skipped', skips },
    unset: ['atCounter'],
  });
}
