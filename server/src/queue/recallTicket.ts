import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import { changeVisitor, ownVisitor } from './ownCounter.ts';

/** Calls the visitor again 重呼. Throws AppError `notAtCounter`, `nobodyCalled`. */
export async function recallTicket(input: { app: AppContext; actor: Actor }): Promise<void> {
  const { app, actor } = input;
  const { ticket } = await ownVisitor(app, actor);
  await changeVisitor(app, ticket, { set: { calls: ticket.calls + 1, lastCallAt: app.time.now() } });
}
