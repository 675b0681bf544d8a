import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import { changeVisitor, ownVisitor } from './ownCounter.ts';

/** The visitor goes 办结. Throws AppError `notAtCounter`, `nobodyCalled`. */
export async function finishTicket(input: { app: AppContext; actor: Actor }): Promise<void> {
  const { app, actor } = input;
  const { ticket } = await ownVisitor(app, actor);
  const now = app.time.now();
  await changeVisitor(app, ticket, {
    set: {
      state: 'finished',
      finishedAt: now,
      handled: ticket.handled + now.getTime() - (ticket.calledAt ?? now).getTime(),
    },
    unset: ['atCounter'],
  });
}
