import { z } from 'zod';
import { defineRoute } from '../http/route.ts';
import { listOf } from '../http/schemas.ts';
import { listDevelopmentMessages } from './listDevelopmentMessages.ts';

export const messageRoutes = [
  defineRoute({
    method: 'get',
    path: '/dev/messages',
    access: 'public',
    tag: 'messages',
    summary: 'The development outbox: messages that would have been sent (profile dev only)',
    query: z.object({ to: z.string().max(200).optional() }),
    response: listOf(
      z.object({
        id: z.string(),
        kind: z.enum(['sms', 'mail']),
        at: z.string(),
        to: z.string(),
        title: z.string(),
        text: z.string(),
      }),
    ),
    handle: ({ app, query }) => listDevelopmentMessages(app, query.to),
  }),
];
