import { z } from 'zod';
import type { AppContext } from '../app/appContext.ts';
import { wasCarriedOut } from '../cases/wasCarriedOut.ts';
import { defineRoute } from '../http/route.ts';
import { idParams, listOf, textSchema } from '../http/schemas.ts';
import type { Actor } from '../identity/actor.ts';
import { readTask } from '../inbox/taskScope.ts';
import { cosignModes } from './cosignState.ts';
import { readCosign, sign, withdrawCosign } from './sign.ts';
import { startCosign } from './startCosign.ts';
import { cosignsFor, cosignsOfTask, viewProposal } from './viewCosign.ts';

const signers = ['approver', 'head'] as const;
const cosignView = z.looseObject({
  id: z.string(),
  caseId: z.string(),
  caseNo: z.string(),
  stepName: textSchema,
  outcome: textSchema.nullable(),
  mode: z.enum(cosignModes),
  quorum: z.number(),
  state: z.enum(['open', 'agreed', 'failed', 'withdrawn', 'ended']),
  canSign: z.boolean(),
  signers: z.array(
    z.looseObject({ name: z.string(), position: z.enum(['waiting', 'agree', 'dissent']), turn: z.boolean() }),
  ),
});
const done = z.object({ done: z.boolean() });

async function again({ app, actor, params }: { app: AppContext; actor: Actor; params: { id: string } }) {
  const cosign = await app.models.cosigns.findOne({ _id: params.id, tenant: app.tenant }).lean();
  const subject =
    cosign === null
      ? null
      : await app.models.cases.findOne({ _id: cosign.caseId, tenant: app.tenant }).lean();
  return subject !== null && wasCarriedOut(subject, actor.request) ? { done: true } : undefined;
}

/** 会签 of what the owner of a task is about to submit. */
export const cosignRoutes = [
  defineRoute({
    method: 'post',
    path: '/tasks/{id}/cosigns',
    access: signers,
    tag: 'inbox',
    summary: 'Ask colleagues to sign outcome and form before they are submitted',
    status: 201,
    idempotent: true,
    params: idParams,
    body: z.strictObject({
      outcome: z.string().max(64),
      formData: z.record(z.string(), z.unknown()),
      mode: z.enum(cosignModes),
      quorum: z.int().min(1).max(20).default(1),
      signers: z.array(z.string().max(64)).min(1).max(20),
      note: z.string().trim().max(500).default(''),
    }),
    response: z.object({ id: z.string() }),
    handle: async ({ app, actor, params, body, requestId = '' }) => {
      await startCosign({ app, actor, taskId: params.id, requestId, ...body });
      return { id: requestId };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/tasks/{id}/cosigns',
    access: signers,
    tag: 'inbox',
    summary: 'The co-signings of a task',
    params: idParams,
    response: listOf(cosignView),
    handle: async ({ app, actor, params }) => {
      const task = await readTask(app, actor, params.id);
      return { items: await cosignsOfTask(app, actor, task._id) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/cosigns',
    access: signers,
    tag: 'inbox',
    summary: "What waits for the caller's signature",
    response: listOf(cosignView),
    handle: async ({ app, actor }) => ({ items: await cosignsFor(app, actor) }),
  }),
  defineRoute({
    method: 'get',
    path: '/cosigns/{id}',
    access: signers,
    tag: 'inbox',
    summary: 'A co-signing with the form that is signed',
    params: idParams,
    response: cosignView,
    handle: async ({ app, actor, params }) =>
      viewProposal(app, actor, await readCosign(app, actor, params.id)),
  }),
  defineRoute({
    method: 'post',
    path: '/cosigns/{id}/sign',
    access: signers,
    tag: 'inbox',
    summary: 'Agree or disagree, in turn',
    params: idParams,
    body: z
      .strictObject({
        position: z.enum(['agree', 'dissent']),
        remark: z.string().trim().max(500).default(''),
      })
      .refine(({ position, remark }) => position === 'agree' || remark !== '', { path: ['remark'] }),
    response: done,
    again,
    handle: async ({ app, actor, params, body }) => {
      await sign({ app, actor, id: params.id, ...body });
      return { done: true };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/cosigns/{id}/withdraw',
    access: signers,
    tag: 'inbox',
    summary: 'Take a co-signing back',
    params: idParams,
    response: done,
    again,
    handle: async ({ app, actor, params }) => {
      await withdrawCosign({ app, actor, id: params.id });
      return { done: true };
    },
  }),
];
