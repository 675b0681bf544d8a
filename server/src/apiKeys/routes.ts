import { z } from 'zod';
import { defineRoute } from '../http/route.ts';
import { idParams, listOf } from '../http/schemas.ts';
import { giveSecret, listKeys, openKey, revokeKey } from './keys.ts';
import { apiRights } from './model.ts';

const keyView = z.object({
  id: z.string(),
  name: z.string(),
  owner: z.string(),
  rights: z.array(z.enum(apiRights)),
  items: z.array(z.string()),
  perMinute: z.number(),
  state: z.enum(['active', 'expired', 'revoked']),
  hint: z.string().nullable(),
  expiresAt: z.string(),
  createdBy: z.string(),
  createdAt: z.string(),
  revokedBy: z.string().nullable(),
  revokedAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
  lastUsedFrom: z.string().nullable(),
});
const admin = ['admin'] as const;

/** Keys with which other systems call; what they call is in `partnerRoutes.ts`. */
export const apiKeyRoutes = [
  defineRoute({
    method: 'get',
    path: '/api-keys',
    access: admin,
    tag: 'operations',
    summary: 'Keys of other systems, without their secrets',
    response: listOf(keyView),
    handle: ({ app }) => listKeys(app),
  }),
  defineRoute({
    method: 'post',
    path: '/api-keys',
    access: admin,
    tag: 'operations',
    summary: 'Open a key; it has no secret yet',
    status: 201,
    idempotent: true,
    body: z.strictObject({
      name: z.string().trim().min(2).max(100),
      owner: z.string().trim().min(2).max(100),
      rights: z.array(z.enum(apiRights)).min(1).max(apiRights.length),
      items: z.array(z.string().min(1).max(64)).max(200).default([]),
      perMinute: z.int().min(1).max(6000).default(60),
      days: z.int().min(1).max(730).default(365),
    }),
    response: keyView,
    handle: ({ app, actor, body, requestId = '' }) => openKey({ app, actor, id: requestId, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/api-keys/{id}/secret',
    access: admin,
    tag: 'operations',
    summary: 'Give a key a new secret, shown this once; the one before stops working',
    params: idParams,
    response: keyView.extend({ secret: z.string() }),
    handle: ({ app, actor, params }) => giveSecret({ app, actor, id: params.id }),
  }),
  defineRoute({
    method: 'post',
    path: '/api-keys/{id}/revoke',
    access: admin,
    tag: 'operations',
    summary: 'Revoke a key for good, at once',
    params: idParams,
    handle: ({ app, actor, params }) => revokeKey({ app, actor, id: params.id }),
  }),
];
