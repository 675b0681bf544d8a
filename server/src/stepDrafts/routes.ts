import { z } from 'zod';
import { defineRoute } from '../http/route.ts';
import { idParams } from '../http/schemas.ts';
import { dispatchRoles } from '../identity/model.ts';
import { readTask } from '../inbox/taskScope.ts';
import { dropStepDrafts } from './readStepDraft.ts';
import { saveStepDraft } from './saveStepDraft.ts';

const workers = ['clerk', 'approver', 'head', 'expert', ...dispatchRoles] as const;

export const stepDraftRoutes = [
  defineRoute({
    method: 'put',
    path: '/tasks/{id}/draft',
    access: workers,
    tag: 'inbox',
    summary:
      'Keep what is filled in at a step before it is completed (If-Match: the version that was edited)',
    params: idParams,
    body: z.strictObject({
      formData: z.record(z.string(), z.unknown()),
      packVersion: z.number().int().min(1),
    }),
    response: z.object({ version: z.number(), savedAt: z.string() }),
    handle: async ({ app, actor, params, body, ifMatch }) => {
      const saved = await saveStepDraft({ app, actor, taskId: params.id, ...body, expected: ifMatch });
      return { version: saved.version, savedAt: saved.savedAt.toISOString() };
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/tasks/{id}/draft',
    access: workers,
    tag: 'inbox',
    summary: 'Forget what the caller has filled in at a step',
    params: idParams,
    handle: async ({ app, actor, params }) => {
      const task = await readTask(app, actor, params.id);
      await dropStepDrafts(app, { taskId: task._id, userId: actor.id });
    },
  }),
];
