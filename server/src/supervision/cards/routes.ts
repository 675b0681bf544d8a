import { z } from 'zod';
import { defineRoute } from '../../http/route.ts';
import { idParams } from '../../http/schemas.ts';
import { answering, fileIds, readers, words } from '../actView.ts';
import { readLetter } from '../letters.ts';
import { appealCard, decideCardAppeal, readCard } from './appealCard.ts';
import { cardLine, cardView } from './cardShapes.ts';
import { issueCard } from './issueCard.ts';
import { listCards, viewCard } from './listCards.ts';

const tag = 'supervision';

/** Yellow and red cards 黄牌、红牌: given, appealed, revoked, counted. */
export const cardRoutes = [
  defineRoute({
    method: 'post',
    path: '/supervision/urges/{id}/cards',
    access: ['supervisor'],
    tag,
    summary: 'Give the department, or the person, of an order a card',
    status: 201,
    idempotent: true,
    params: idParams,
    body: z.strictObject({ colour: z.enum(['yellow', 'red']), reason: z.string().trim().min(2).max(500) }),
    response: cardView,
    handle: async ({ app, actor, params, body }) =>
      viewCard(app, actor, await issueCard({ app, actor, urgeId: params.id, ...body })),
  }),
  defineRoute({
    method: 'get',
    path: '/supervision/cards',
    access: readers,
    tag,
    summary: 'Cards and how many count by department and officer',
    response: z.object({
      items: z.array(cardLine),
      counted: z.array(
        z.object({
          department: z.string(),
          person: z.string().nullable(),
          yellow: z.number(),
          red: z.number(),
        }),
      ),
    }),
    handle: ({ app, actor }) => listCards(app, actor),
  }),
  defineRoute({
    method: 'get',
    path: '/supervision/cards/{id}',
    access: readers,
    tag,
    summary: 'One card: letter, acts, appeal',
    params: idParams,
    response: cardView,
    handle: async ({ app, actor, params }) =>
      viewCard(app, actor, await readCard({ app, actor, cardId: params.id })),
  }),
  defineRoute({
    method: 'post',
    path: '/supervision/cards/{id}/appeal',
    access: answering,
    tag,
    summary: 'Appeal against a card 申诉, once',
    idempotent: true,
    params: idParams,
    body: z.strictObject({ text: words, files: fileIds }),
    response: cardView,
    handle: async ({ app, actor, params, body }) =>
      viewCard(app, actor, await appealCard({ app, actor, cardId: params.id, ...body })),
  }),
  defineRoute({
    method: 'post',
    path: '/supervision/cards/{id}/decision',
    access: ['supervisor'],
    tag,
    summary: 'Revoke or uphold a card that was appealed against',
    idempotent: true,
    params: idParams,
    body: z.strictObject({ revoke: z.boolean(), text: words }),
    response: cardView,
    handle: async ({ app, actor, params, body }) =>
      viewCard(app, actor, await decideCardAppeal({ app, actor, cardId: params.id, ...body })),
  }),
  defineRoute({
    method: 'get',
    path: '/supervision/cards/{id}/letters/{letter}/content',
    access: readers,
    tag,
    summary: 'The sealed notice of a card',
    params: idParams.extend({ letter: z.string().max(64) }),
    responseMediaType: 'application/pdf',
    handle: async ({ app, actor, params }) => {
      const card = await readCard({ app, actor, cardId: params.id });
      return readLetter(app, card._id, params.letter);
    },
  }),
];
