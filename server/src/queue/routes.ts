import { z } from 'zod';
import type { AppContext } from '../app/appContext.ts';
import { hallOfClerk } from '../halls/hallScope.ts';
import { groupKey } from '../halls/schemas.ts';
import { defineRoute } from '../http/route.ts';
import type { Actor } from '../identity/actor.ts';
import { callTicket } from './callTicket.ts';
import { finishTicket } from './finishTicket.ts';
import { ownCounter } from './ownCounter.ts';
import { recallTicket } from './recallTicket.ts';
import { returnTicket } from './returnTicket.ts';
import { deskView } from './schemas.ts';
import { skipTicket } from './skipTicket.ts';
import { transferTicket } from './transferTicket.ts';
import { viewDesk } from './viewDesk.ts';

const common = { access: ['clerk'] as const, tag: 'queue', response: deskView };
type Act = (input: { app: AppContext; actor: Actor }) => Promise<void>;

/** An act on the visitor at the own counter; the answer is the queue as it is then. */
const act = (name: string, summary: string, run: Act) =>
  defineRoute({
    ...common,
    method: 'post',
    path: `/queue/${name}`,
    summary,
    handle: async ({ app, actor }) => {
      await run({ app, actor });
      return viewDesk({ app, actor });
    },
  });

export const queueRoutes = [
  defineRoute({
    ...common,
    method: 'get',
    path: '/queue',
    summary: 'The queue of the counter at which one sits, with the figures of the day',
    handle: ({ app, actor }) => viewDesk({ app, actor }),
  }),
  act('call', 'Call the next visitor 叫号', callTicket),
  act('recall', 'Call the visitor again 重呼', recallTicket),
  act('skip', 'Nobody came 过号', skipTicket),
  act('finish', 'The visitor goes 办结', finishTicket),
  defineRoute({
    ...common,
    method: 'post',
    path: '/queue/transfer',
    summary: 'Send the visitor to another service group or counter without queueing anew',
    body: z.union([
      z.strictObject({ group: groupKey }),
      z.strictObject({ counter: z.string().min(1).max(6) }),
    ]),
    handle: async ({ app, actor, body }) => {
      await transferTicket({ app, actor, to: body });
      return viewDesk({ app, actor });
    },
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/queue/return',
    summary: 'A skipped visitor has come back',
    body: z.strictObject({ number: z.string().min(2).max(12) }),
    handle: async ({ app, actor, body }) => {
      await ownCounter(app, actor);
      await returnTicket({ app, hall: await hallOfClerk(app, actor), number: body.number });
      return viewDesk({ app, actor });
    },
  }),
];
