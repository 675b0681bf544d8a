import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import { readBackwards } from '../store/readBackwards.ts';
import type { PlaceKey } from './pickPage.ts';
import { type ListedTask, left } from './taskIndex.ts';

/** Milliseconds: what somebody finishes in a day fills a page. */
const firstSpan = 86_400_000;

/** What a person has finished, latest first: the keys begin with the person and the end. */
export async function listFinished(options: {
  app: AppContext;
  actor: Actor;
  accept: (task: ListedTask) => boolean;
  after?: PlaceKey | undefined;
  count: number;
}): Promise<ListedTask[]> {
  const { app, actor, accept, after, count } = options;
  const prefix = `${actor.id}|`;
  const [last = ''] = after ?? [];
  const ended = new Date(last.split('|')[1] ?? '');
  const found = await readBackwards({
    before: Number.isNaN(ended.getTime())
      ? new Date(app.time.now().getTime() + firstSpan)
      : new Date(ended.getTime() + 1),
    firstSpan,
    count,
    read: async (from, before) => {
      // The key goes on behind the instant, so one that ended at `from` itself is greater; it belongs to the next span.
      const range = {
        $gt: `${prefix}${new Date(from.getTime() + 1).toISOString()}`,
        $lt: `${prefix}${before.toISOString()}`,
      };
      const read = (await app.models.tasks
        .find({ tenant: app.tenant, finishedKey: trusted(range) }, left)
        .lean()) as unknown as ListedTask[];
      return read.filter(
        (task) =>
          task.tenant === actor.tenant &&
          !task.active &&
          (after === undefined || (task.finishedKey ?? '') < last) &&
          accept(task),
      );
    },
    compare: (one, other) => ((one.finishedKey ?? '') < (other.finishedKey ?? '') ? 1 : -1),
  });
  return found.slice(0, count);
}
