import { z } from 'zod';
import type { AppContext } from '../app/appContext.ts';
import { readCase } from '../cases/readCase.ts';
import { wasCarriedOut } from '../cases/wasCarriedOut.ts';
import { defineRoute } from '../http/route.ts';
import { departmentRef, idParams, lightSchema, listOf, textSchema } from '../http/schemas.ts';
import type { Actor } from '../identity/actor.ts';
import { correctEntry } from './correctEntry.ts';
import {
  listPublications,
  publicationOfCase,
  summary as summarise,
  viewPublication,
} from './listPublications.ts';
import { publicationStates, withdrawalGrounds } from './model.ts';
import { answerEntryObjection } from './objectToEntry.ts';
import { entrySchema } from './publicRoutes.ts';
import { publishDecision } from './publishDecision.ts';
import { readOwnPublication, readPublication } from './readPublication.ts';
import { withdrawPublication } from './withdrawPublication.ts';

const deciders = ['approver', 'head'] as const;
const readers = [...deciders, 'supervisor'] as const;
const reason = z.string().trim().min(1).max(500);

const summary = z.object({
  id: z.string(),
  caseId: z.string(),
  caseNo: z.string(),
  itemName: textSchema,
  department: departmentRef,
  release: z.enum(['person', 'automatic']),
  personal: z.boolean(),
  state: z.enum(publicationStates),
  decidedAt: z.string(),
  dueAt: z.string(),
  light: lightSchema.nullable(),
  remaining: z.object({ workdays: z.number() }).nullable(),
  subjectName: z.string().nullable(),
  documentNo: z.string().nullable(),
  publishedAt: z.string().nullable(),
  publishedBy: z.string().nullable(),
  takeDownAt: z.string().nullable(),
  ended: z.object({ ground: z.string(), at: z.string() }).nullable(),
  openObjections: z.number(),
  version: z.number(),
});
const view = summary.extend({
  entry: entrySchema.nullable(),
  digest: z.string().nullable(),
  lacking: z.array(z.enum(['document', 'license'])),
  canPublish: z.boolean(),
  canCorrect: z.boolean(),
  canWithdraw: z.boolean(),
  objections: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      state: z.enum(['open', 'answered']),
      /** Day by which it is answered. */
      dueDay: z.string().nullable(),
      said: z.object({ name: z.string(), contact: z.string(), text: z.string() }).nullable(),
      answer: z.object({ upheld: z.boolean(), text: z.string(), at: z.string(), by: z.string() }).nullable(),
    }),
  ),
});

async function viewNow(app: AppContext, actor: Actor, id: string) {
  return viewPublication(app, actor, await readPublication(app, actor, id));
}

/** The answer once more, when this request was carried out before. */
async function again({ app, actor, params }: { app: AppContext; actor: Actor; params: { id: string } }) {
  const { caseId } = await readPublication(app, actor, params.id);
  const subject = await app.models.cases.findOne({ _id: caseId, tenant: app.tenant }).lean();
  return subject !== null && wasCarriedOut(subject, actor.request)
    ? viewNow(app, actor, params.id)
    : undefined;
}

const act = {
  method: 'post',
  access: deciders,
  tag: 'publication',
  params: idParams,
  response: view,
  again,
} as const;

/** How a department publishes its decisions 双公示; everybody else's way to them is in publicRoutes.ts. */
export const publicationRoutes = [
  defineRoute({
    method: 'get',
    path: '/publications',
    access: readers,
    tag: 'publication',
    summary: "A department's decisions that are to be published, are, or are not any more",
    query: z.object({
      state: z.enum(publicationStates).default('due'),
      department: z.string().max(32).optional(),
    }),
    response: listOf(summary),
    handle: ({ app, actor, query }) => listPublications({ app, actor, ...query }),
  }),
  defineRoute({
    method: 'get',
    path: '/publications/{id}',
    access: readers,
    tag: 'publication',
    summary: 'One publication: what is open, or the covered preview of what would be',
    params: idParams,
    response: view,
    handle: ({ app, actor, params }) => viewNow(app, actor, params.id),
  }),
  defineRoute({
    method: 'get',
    path: '/cases/{id}/publication',
    access: readers,
    tag: 'publication',
    summary: 'Where the publication of the decision of a case stands',
    params: idParams,
    response: z.object({ publication: summary.omit({ openObjections: true }).nullable() }),
    handle: async ({ app, actor, params }) => {
      const subject = await readCase(app, actor, params.id);
      const found = await publicationOfCase(app, subject._id);
      return { publication: found === undefined ? null : summarise(app, found) };
    },
  }),
  defineRoute({
    ...act,
    path: '/publications/{id}/publish',
    summary: 'Publish a decision as its preview shows it',
    body: z.strictObject({ digest: z.string().regex(/^[0-9a-f]{32}$/) }),
    handle: async ({ app, actor, params, body, ifMatch }) => {
      const publication = await readOwnPublication(app, actor, params.id, ifMatch);
      return viewPublication(app, actor, await publishDecision({ app, actor, publication, ...body }));
    },
  }),
  defineRoute({
    ...act,
    path: '/publications/{id}/correct',
    summary: 'Correct a published entry, with a reason',
    body: z.strictObject({
      rows: z.array(z.string().max(1000)).max(50),
      coverName: z.boolean().default(false),
      reason,
    }),
    handle: async ({ app, actor, params, body, ifMatch }) => {
      const publication = await readOwnPublication(app, actor, params.id, ifMatch);
      return viewPublication(app, actor, await correctEntry({ app, actor, publication, ...body }));
    },
  }),
  defineRoute({
    ...act,
    path: '/publications/{id}/withdraw',
    summary: 'Take a published entry down, or decide that a decision is not published (head), with a reason',
    body: z.strictObject({ ground: z.enum(withdrawalGrounds), reason }),
    handle: async ({ app, actor, params, body, ifMatch }) => {
      const publication = await readOwnPublication(app, actor, params.id, ifMatch);
      return viewPublication(app, actor, await withdrawPublication({ app, actor, publication, ...body }));
    },
  }),
  defineRoute({
    ...act,
    path: '/publications/{id}/objections/{objection}/answer',
    params: idParams.extend({ objection: z.string().max(64) }),
    summary: 'Answer an objection to a published entry; one that is right takes it down',
    body: z.strictObject({
      upheld: z.boolean(),
      keep: z.boolean().default(false),
      text: z.string().trim().min(2).max(2000),
    }),
    handle: async ({ app, actor, params, body }) => {
      await answerEntryObjection({
        app,
        actor,
        publicationId: params.id,
        objectionId: params.objection,
        ...body,
      });
      return viewNow(app, actor, params.id);
    },
  }),
];
