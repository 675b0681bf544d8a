import { z } from 'zod';
import type { AppContext } from '../app/appContext.ts';
import { readCase } from '../cases/readCase.ts';
import { wasCarriedOut } from '../cases/wasCarriedOut.ts';
import { peopleOf } from '../desk/colleaguesOf.ts';
import { announceTask } from '../desk/taskNews.ts';
import { defineRoute } from '../http/route.ts';
import { departmentRef, idParams, listOf, textSchema } from '../http/schemas.ts';
import type { Actor } from '../identity/actor.ts';
import { readTask } from '../inbox/taskScope.ts';
import { answerConsultation, withdrawConsultation } from './answerConsultation.ts';
import { consult } from './consult.ts';
import { consultationsFor, consultationsOf } from './viewConsultation.ts';

const askers = ['approver', 'head'] as const;
const consultationView = z.looseObject({
  id: z.string(),
  caseId: z.string(),
  caseNo: z.string(),
  stepName: textSchema,
  to: departmentRef,
  dueDay: z.string(),
  state: z.enum(['open', 'answered', 'withdrawn', 'ended']),
  canAnswer: z.boolean(),
});
const done = z.object({ done: z.boolean() });

async function again({ app, actor, params }: { app: AppContext; actor: Actor; params: { id: string } }) {
  const asked = await app.models.consultations.findOne({ _id: params.id, tenant: app.tenant }).lean();
  const subject =
    asked === null ? null : await app.models.cases.findOne({ _id: asked.caseId, tenant: app.tenant }).lean();
  return subject !== null && wasCarriedOut(subject, actor.request) ? { done: true } : undefined;
}

/** 征求意见: opinions beside a step. */
export const consultationRoutes = [
  defineRoute({
    method: 'get',
    path: '/tasks/{id}/consultees',
    access: askers,
    tag: 'inbox',
    summary: 'Whom a task can consult: departments, and people of the own one',
    params: idParams,
    response: z.object({ departments: z.array(departmentRef), people: z.array(departmentRef) }),
    handle: async ({ app, actor, params }) => {
      await readTask(app, actor, params.id);
      const people = await peopleOf(app, actor.department.id);
      return {
        departments: app.organisation
          .departments()
          .filter(({ departmentId }) => departmentId !== actor.department.id)
          .map(({ departmentId: id, name }) => ({ id, name })),
        people: people
          .filter(
            ({ _id, roles }) =>
              _id !== actor.id && roles.some((role) => role === 'approver' || role === 'head'),
          )
          .map(({ _id: id, name }) => ({ id, name })),
      };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/tasks/{id}/consultations',
    access: askers,
    tag: 'inbox',
    summary: 'Ask a department or a person for an opinion; the task goes on',
    status: 201,
    idempotent: true,
    params: idParams,
    body: z.strictObject({
      to: z.union([
        z.strictObject({ department: z.string().max(32) }),
        z.strictObject({ user: z.string().max(64) }),
      ]),
      question: z.string().trim().min(1).max(2000),
      workdays: z.int().min(1).max(60),
    }),
    response: z.object({ id: z.string() }),
    handle: async ({ app, actor, params, body, requestId = '' }) => {
      await consult({ app, actor, taskId: params.id, requestId, ...body });
      return { id: requestId };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/cases/{id}/consultations',
    access: ['approver', 'head', 'supervisor'],
    tag: 'cases',
    summary: 'The consultations of a case',
    params: idParams,
    response: listOf(consultationView),
    handle: async ({ app, actor, params }) => {
      const subject = await readCase(app, actor, params.id);
      return { items: await consultationsOf(app, actor, subject._id) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/consultations',
    access: askers,
    tag: 'inbox',
    summary: "Consultations that wait for the caller's answer",
    response: listOf(consultationView),
    handle: async ({ app, actor }) => ({ items: await consultationsFor(app, actor) }),
  }),
  defineRoute({
    method: 'post',
    path: '/consultations/{id}/answer',
    access: askers,
    tag: 'inbox',
    summary: 'Give the opinion that was asked for',
    params: idParams,
    body: z.strictObject({
      position: z.enum(['agree', 'dissent', 'noComment']),
      answer: z.string().trim().min(1).max(2000),
    }),
    response: done,
    again,
    handle: async ({ app, actor, params, body }) => {
      announceTask(app, await answerConsultation({ app, actor, id: params.id, ...body }));
      return { done: true };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/consultations/{id}/withdraw',
    access: askers,
    tag: 'inbox',
    summary: 'Take a question back',
    params: idParams,
    response: done,
    again,
    handle: async ({ app, actor, params }) => {
      await withdrawConsultation({ app, actor, id: params.id });
      return { done: true };
    },
  }),
];
