import { trusted } from 'mongoose';
import type { AppContext } from '../../app/appContext.ts';
import type { Actor } from '../../identity/actor.ts';
import { readBackwards } from '../../store/readBackwards.ts';
import type { UrgeDocument } from '../model.ts';
import { stageOf } from './actOnOrder.ts';
import { viewUrge } from './viewOrder.ts';

const quarter = 90 * 86_400_000;
/** Longest list. */
const most = 200;

/** Reminders and orders, latest first: all of them for a supervisor, the own department's for others. */
export async function listOrders(input: {
  app: AppContext;
  actor: Actor;
  query: {
    state?: 'open' | 'answered' | undefined;
    stage?: UrgeDocument['stage'] | undefined;
    kind?: UrgeDocument['kind'] | undefined;
    department?: string | undefined;
    late?: boolean | undefined;
  };
}) {
  const { app, actor, query } = input;
  const departmentId = actor.roles.includes('supervisor') ? query.department : actor.department.id;
  const now = app.time.now();
  const scope = {
    tenant: app.tenant,
    ...(departmentId === undefined ? {} : { departmentId }),
    ...(query.state === undefined ? {} : { state: query.state }),
  };
  const wanted = (urge: UrgeDocument) =>
    (query.stage === undefined || stageOf(urge) === query.stage) &&
    (query.kind === undefined || urge.kind === query.kind) &&
    (query.late !== true || (urge.state === 'open' && urge.actBy !== undefined && urge.actBy < now));
  const found = await readBackwards<UrgeDocument>({
    // The end is exclusive, and one may have been sent this very moment.
    before: new Date(now.getTime() + 1),
    firstSpan: quarter,
    count: most,
    read: async (after, before) => {
      const read = await app.models.urges.find({ ...scope, at: trusted({ $gt: after, $lt: before }) }).lean();
      return (read as UrgeDocument[]).filter(wanted);
    },
    compare: (one, other) => other.at.getTime() - one.at.getTime() || (other._id < one._id ? -1 : 1),
  });
  return { items: found.slice(0, most).map((urge) => viewUrge(app, urge)) };
}
