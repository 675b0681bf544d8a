import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import { beyondAll } from './model.ts';
import type { PlaceKey } from './pickPage.ts';
import type { ListedTask } from './taskIndex.ts';

const day = 86_400_000;
/** The span of time of the first reading; each further one is twice as long. Milliseconds. */
const firstSpan = 7 * day;
/** Further back than this nobody looks through an inbox. */
const longest = 20 * 365 * day;

/** What a person has finished, latest first: the keys begin with the person and the end, read backwards in growing spans. */
export async function listFinished(options: {
  app: AppContext;
  actor: Actor;
  accept: (task: ListedTask) => boolean;
  after?: PlaceKey | undefined;
  count: number;
}): Promise<ListedTask[]> {
  const { app, actor, accept, after, count } = options;
  const prefix = `${actor.id}|`;
  const [, endText = ''] = (after?.[0] ?? '').split('|');
  const ended = new Date(endText);
  const start = Number.isNaN(ended.getTime()) ? app.time.now().getTime() + day : ended.getTime();
  let upper = after?.[0].startsWith(prefix) === true ? after[0] : `${prefix}${beyondAll}`;
  const found: ListedTask[] = [];
  let lowerAt = start;
  for (let span = firstSpan; found.length < count && start - lowerAt < longest; span *= 2) {
    lowerAt -= span;
    const lower = `${prefix}${new Date(lowerAt).toISOString()}`;
    const read = (await app.models.tasks
      .find({ tenant: app.tenant, finishedKey: trusted({ $gt: lower, $lte: upper }) })
      .lean()) as unknown as ListedTask[];
    const fits = read.filter(
      (task) =>
        task.tenant === actor.tenant && !task.active && task.finishedKey !== after?.[0] && accept(task),
    );
    found.push(...fits.sort((one, other) => ((one.finishedKey ?? '') < (other.finishedKey ?? '') ? 1 : -1)));
    upper = lower;
  }
  return found.slice(0, count);
}
