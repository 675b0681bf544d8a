import { z } from 'zod';
import type { AppContext } from '../app/appContext.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { viewCase } from '../cases/viewCase.ts';
import { wasCarriedOut } from '../cases/wasCarriedOut.ts';
import { defineRoute } from '../http/route.ts';
import { caseView, idParams } from '../http/schemas.ts';
import type { Actor } from '../identity/actor.ts';
import { confirmPerson } from './confirmPerson.ts';
import { matchPerson } from './matchPerson.ts';
import { manualReasons, persons } from './model.ts';
import { recordConsent } from './recordConsent.ts';

/** The case as it is now, when this request was carried out on it before. */
async function again({ app, actor, params }: { app: AppContext; actor: Actor; params: { id: string } }) {
  const subject = await readIntakeCase(app, actor, params.id);
  return wasCarriedOut(subject, actor.request) ? viewCase(app, actor, subject) : undefined;
}

const act = {
  method: 'post',
  access: ['clerk'],
  tag: 'identification',
  params: idParams,
  response: caseView,
  again,
} as const;
const person = z.enum(persons);
/** A small picture in base64: at most 600 KB. */
const picture = z.base64().min(100).max(820_000);

export const identificationRoutes = [
  defineRoute({
    ...act,
    path: '/cases/{id}/identification/consent',
    summary: 'The person at the window agrees to be compared by a machine, or does not',
    body: z.strictObject({ person, given: z.boolean() }),
    handle: async ({ app, actor, params, body }) =>
      viewCase(app, actor, await recordConsent({ app, actor, caseId: params.id, ...body })),
  }),
  defineRoute({
    ...act,
    path: '/cases/{id}/identification/match',
    summary: 'Compare the photograph of the document with the person; the pictures are not kept',
    body: z.strictObject({
      person,
      cardNumber: z.string().trim().toUpperCase().min(1).max(40),
      card: picture,
      live: picture,
    }),
    handle: async ({ app, actor, params, body }) => {
      const { card, live, ...rest } = body;
      const pictures = { card: Buffer.from(card, 'base64'), live: Buffer.from(live, 'base64') };
      return viewCase(app, actor, await matchPerson({ app, actor, caseId: params.id, ...rest, ...pictures }));
    },
  }),
  defineRoute({
    ...act,
    path: '/cases/{id}/identification/manual',
    summary: 'The clerk recognised the person, and says why it was not done by a machine',
    body: z.strictObject({
      person,
      reason: z.enum(manualReasons),
      note: z.string().trim().max(500).optional(),
    }),
    handle: async ({ app, actor, params, body }) =>
      viewCase(app, actor, await confirmPerson({ app, actor, caseId: params.id, ...body })),
  }),
  defineRoute({
    method: 'get',
    path: '/devices',
    access: ['clerk'],
    tag: 'identification',
    summary: 'What the window reaches its devices by, and whether faces can be compared',
    response: z.object({
      agent: z.string().nullable(),
      simulator: z.boolean(),
      matching: z.boolean(),
      threshold: z.number(),
    }),
    handle: async ({ app }) => ({
      agent: app.config.DEVICE_AGENT_URL ?? null,
      simulator: app.config.PROFILE === 'dev' && app.config.DEVICE_AGENT_URL === undefined,
      matching: app.matcher !== undefined,
      threshold: app.config.MATCH_THRESHOLD,
    }),
  }),
];
