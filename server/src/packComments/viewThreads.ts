import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import type { PackThreadDocument } from './model.ts';

/** The threads of a pack, oldest first: open and settled, also of elements that are gone by now. */
export async function listThreads(app: AppContext, actor: Actor, packCode: string) {
  const found = (await app.models.packThreads
    .find({ tenant: app.tenant, packCode })
    .sort({ at: 1 })
    .lean()) as PackThreadDocument[];
  return found.map((thread) => viewThread(thread, actor));
}

/** A thread as the API shows it; of people it says the name of their account. */
export function viewThread(thread: PackThreadDocument, actor: Actor) {
  return {
    id: thread._id,
    element: thread.element,
    elementName: thread.elementName,
    state: thread.state,
    resolvedBy: thread.resolvedBy ?? null,
    resolvedAt: thread.resolvedAt?.toISOString() ?? null,
    messages: thread.messages.map(({ id, text, by, at }) => ({
      id,
      text,
      by: by.name,
      mine: by.id === actor.id,
      at: at.toISOString(),
    })),
  };
}
