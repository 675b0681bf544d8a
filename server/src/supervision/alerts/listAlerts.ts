import { trusted } from 'mongoose';
import type { AppContext } from '../../app/appContext.ts';
import type { Actor } from '../../identity/actor.ts';
import { readBackwards } from '../../store/readBackwards.ts';
import type { AlertDocument } from '../model.ts';
import { isTold, maySeeAlert } from './alertsOf.ts';
import { viewAlert } from './viewAlert.ts';

const day = 86_400_000;

/** Lights that alerts come from; `other` is everything else. */
export const alertLights = ['yellow', 'red', 'other'] as const;

export interface AlertQuery {
  department?: string | undefined;
  light?: (typeof alertLights)[number] | undefined;
  /** Nobody has taken note of it, or somebody has. */
  state?: 'open' | 'acknowledged' | undefined;
  /** Only what was told to the person who asks. */
  mine?: boolean | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Messages of escalations, latest first: all of them for a supervisor, for others those told to them in their department. */
export async function listAlerts(input: { app: AppContext; actor: Actor; query: AlertQuery }) {
  const { app, actor, query } = input;
  const { limit } = query;
  const departmentId = actor.roles.includes('supervisor') ? query.department : actor.department.id;
  const [at = '', id = ''] = Buffer.from(query.cursor ?? '', 'base64url')
    .toString()
    .split('|');
  const start = at === '' ? app.time.now() : new Date(at);
  const found = await readBackwards<AlertDocument>({
    // The end is exclusive, and many fire in one minute.
    before: new Date(start.getTime() + 1),
    firstSpan: day,
    count: limit + 1,
    read: async (after, before) => {
      const read = (await app.models.alerts
        .find({
          tenant: app.tenant,
          ...(departmentId === undefined ? {} : { departmentId }),
          firedAt: trusted({ $gt: after, $lt: before }),
        })
        .lean()) as AlertDocument[];
      return read.filter(
        (alert) =>
          matches(actor, alert, query) &&
          (at === '' ||
            alert.firedAt < start ||
            (alert.firedAt.getTime() === start.getTime() && alert._id < id)),
      );
    },
    compare: later,
  });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((alert) => viewAlert(app, actor, alert)),
    nextCursor:
      found.length > limit && last !== undefined
        ? Buffer.from(`${last.firedAt.toISOString()}|${last._id}`).toString('base64url')
        : null,
  };
}

function matches(actor: Actor, alert: AlertDocument, { light, state, mine }: AlertQuery): boolean {
  const { stepKey, acknowledged } = alert;
  return (
    maySeeAlert(actor, alert) &&
    (mine !== true || isTold(actor, alert)) &&
    (state === undefined || (state === 'open') === (acknowledged === undefined)) &&
    (light === undefined || (stepKey === 'yellow' || stepKey === 'red' ? stepKey : 'other') === light)
  );
}

function later(one: AlertDocument, other: AlertDocument): number {
  return other.firedAt.getTime() - one.firedAt.getTime() || (other._id < one._id ? -1 : 1);
}
