import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import { readBackwards } from '../store/readBackwards.ts';
import type { PlaceKey } from './pickPage.ts';
import { ReadingPace } from './readingPace.ts';
import { type ListedTask, left, taskIndexOf } from './taskIndex.ts';

/** Another server copy's clock may be ahead by so much. Milliseconds. */
const ahead = 600_000;

const paces = new WeakMap<AppContext, ReadingPace>();

/**
 * What a person has finished, latest first: from memory as far as it reaches, else from the store, where the keys begin with
 * the person and the end.
 */
export async function listFinished(options: {
  app: AppContext;
  actor: Actor;
  accept: (task: ListedTask) => boolean;
  after?: PlaceKey | undefined;
  count: number;
}): Promise<ListedTask[]> {
  const { app, actor, accept, after, count } = options;
  const { finished } = taskIndexOf(app);
  const [last = ''] = after ?? [];
  const wanted = (task: ListedTask) =>
    task.tenant === actor.tenant && (after === undefined || (task.finishedKey ?? '') < last) && accept(task);
  await taskIndexOf(app).fresh();
  const known = finished.page({ personId: actor.id, count, wanted });
  if (known !== undefined) return known;
  const pace = paceOf(app);
  const prefix = `${actor.id}|`;
  const endedAt = new Date(last.split('|')[1] ?? '');
  const start = Number.isNaN(endedAt.getTime())
    ? new Date(app.time.now().getTime() + ahead)
    : new Date(endedAt.getTime() + 1);
  const seen: ListedTask[] = [];
  let lowest = start.getTime();
  const found = await readBackwards({
    before: start,
    firstSpan: pace.spanFor(actor.id, count),
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
      const ended = read.filter(({ active }) => !active);
      seen.push(...ended);
      lowest = from.getTime();
      return ended.filter(wanted);
    },
    compare: (one, other) => ((one.finishedKey ?? '') < (other.finishedKey ?? '') ? 1 : -1),
  });
  pace.learn(actor.id, { entries: seen.length, span: start.getTime() - lowest });
  if (after === undefined) finished.keep(actor.id, seen, found.length < count);
  return found.slice(0, count);
}

function paceOf(app: AppContext): ReadingPace {
  const known = paces.get(app) ?? new ReadingPace();
  paces.set(app, known);
  return known;
}
