import { actSchema, scenarioSchema } from '@onewindow/processes';
import { z } from 'zod';
import { packParams } from '../catalog/packShapes.ts';
import { defineRoute, FileAnswer } from '../http/route.ts';
import { idParams, packFiles, textSchema } from '../http/schemas.ts';
import { actInRehearsal, takeBack } from './actInRehearsal.ts';
import { beginRehearsal } from './beginRehearsal.ts';
import { keepAsScenario } from './keepAsScenario.ts';
import { endRehearsal, lookInRehearsal, readRehearsal } from './readRehearsal.ts';
import { requireRequestId } from './requireRequestId.ts';
import { readScenarioRun, startScenarioRun, stateOf } from './runScenarios.ts';

const minute = scenarioSchema.shape.startAt;
const startShape = scenarioSchema.pick({
  operation: true,
  window: true,
  applicant: true,
  credit: true,
  agent: true,
  area: true,
  licenses: true,
  license: true,
  form: true,
  materials: true,
});
const sceneView = z.looseObject({
  id: z.string(),
  packCode: z.string(),
  /** What If-Match names. */
  version: z.number(),
  /** Minute in Shanghai, `2026-11-02 10:00`: the time of the rehearsal. */
  now: z.string(),
  kind: z.enum(['approval', 'theme', 'dispatch']),
  acts: z.array(z.looseObject({ act: z.string(), at: z.string() })),
  tasks: z.array(z.looseObject({ id: z.string(), stepKey: z.string(), role: z.string() })),
  failures: z.array(textSchema),
});
const runView = z.object({
  id: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  total: z.number(),
  failures: z.array(z.looseObject({ zh: z.string(), en: z.string() })),
  played: z.array(z.looseObject({ key: z.string(), file: z.string() })),
  coverage: z.unknown(),
});
const designer = ['designer'] as const;

/** Unpublished files are rehearsed: act by act by a person, or scenario by scenario. Everything here is one's own. */
export const rehearsalRoutes = [
  defineRoute({
    method: 'post',
    path: '/packs/{packCode}/rehearsals',
    access: designer,
    tag: 'rehearsals',
    summary: 'Rehearse unpublished files on the real engine, apart from all real cases; ends an earlier one',
    status: 201,
    idempotent: true,
    params: packParams,
    body: z.strictObject({
      files: packFiles,
      startAt: minute.optional(),
      again: z.boolean().default(false),
    }),
    response: sceneView,
    handle: ({ app, actor, params, body, requestId }) =>
      beginRehearsal({ app, actor, id: requireRequestId(requestId), ...params, ...body }),
  }),
  defineRoute({
    method: 'get',
    path: '/rehearsals/{id}',
    access: designer,
    tag: 'rehearsals',
    summary: 'How a rehearsal stands; a server copy that does not have it plays it again',
    params: idParams,
    response: sceneView,
    handle: ({ app, actor, params }) => readRehearsal(app, actor, params.id),
  }),
  defineRoute({
    method: 'post',
    path: '/rehearsals/{id}/acts',
    access: designer,
    tag: 'rehearsals',
    summary:
      'Do one act; the first names where the rehearsal starts. If-Match names the version that was seen',
    status: 201,
    idempotent: true,
    params: idParams,
    body: z.strictObject({ start: startShape.optional(), startAt: minute.optional(), act: actSchema }),
    response: sceneView,
    handle: ({ app, actor, params, body, ifMatch, locale }) =>
      actInRehearsal({ app, actor, id: params.id, ...body, expected: ifMatch, locale }),
  }),
  defineRoute({
    method: 'delete',
    path: '/rehearsals/{id}/acts/{from}',
    access: designer,
    tag: 'rehearsals',
    summary: 'Take back an act and all after it: what is left is played again',
    status: 200,
    params: idParams.extend({ from: z.coerce.number().int().min(0).max(1000) }),
    response: sceneView,
    handle: ({ app, actor, params, ifMatch }) => takeBack({ app, actor, ...params, expected: ifMatch }),
  }),
  defineRoute({
    method: 'get',
    path: '/rehearsals/{id}/operations/{operation}',
    access: designer,
    tag: 'rehearsals',
    summary: 'What the window of the rehearsal needs to take an application in',
    params: idParams.extend({ operation: z.string().max(32) }),
    response: z.looseObject({ packCode: z.string(), form: z.unknown() }),
    handle: ({ app, actor, params: { id, operation } }) =>
      lookInRehearsal(app, actor, id, { what: 'operation', key: operation }),
  }),
  defineRoute({
    method: 'get',
    path: '/rehearsals/{id}/tasks/{taskId}',
    access: designer,
    tag: 'rehearsals',
    summary: 'A task of a rehearsal with its form, as whoever has it sees it',
    params: idParams.extend({ taskId: z.string().max(64) }),
    response: z.looseObject({ id: z.string(), form: z.unknown() }),
    handle: ({ app, actor, params: { id, taskId } }) =>
      lookInRehearsal(app, actor, id, { what: 'task', key: taskId }),
  }),
  defineRoute({
    method: 'get',
    path: '/rehearsals/{id}/clocks/{clockId}/explain',
    access: designer,
    tag: 'rehearsals',
    summary: 'The arithmetic of a clock of a rehearsal',
    params: idParams.extend({ clockId: z.string().max(64) }),
    response: z.looseObject({ lines: z.array(z.unknown()) }),
    handle: ({ app, actor, params: { id, clockId } }) =>
      lookInRehearsal(app, actor, id, { what: 'clock', key: clockId }),
  }),
  defineRoute({
    method: 'get',
    path: '/rehearsals/{id}/documents/{documentId}/content',
    access: designer,
    tag: 'rehearsals',
    summary: 'A document of a rehearsal as PDF, sealed by the authority of its stage only',
    params: idParams.extend({ documentId: z.string().max(64) }),
    responseMediaType: 'application/pdf',
    handle: async ({ app, actor, params: { id, documentId } }) => {
      const { bytes } = await lookInRehearsal(app, actor, id, { what: 'document', key: documentId });
      return new FileAnswer({
        bytes: bytes as Uint8Array,
        mediaType: 'application/pdf',
        name: 'rehearsal.pdf',
      });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/rehearsals/{id}/scenario',
    access: designer,
    tag: 'rehearsals',
    summary: 'The text of a scenario that does the same and expects what came of it; stores nothing',
    params: idParams,
    body: z.strictObject({ name: textSchema }),
    status: 200,
    response: z.object({ text: z.string() }),
    handle: async ({ app, actor, params, body }) => ({
      text: await keepAsScenario({ app, actor, id: params.id, name: body.name }),
    }),
  }),
  defineRoute({
    method: 'delete',
    path: '/rehearsals/{id}',
    access: designer,
    tag: 'rehearsals',
    summary: 'End a rehearsal: its stage and its record are removed',
    params: idParams,
    handle: ({ app, actor, params }) => endRehearsal(app, actor, params.id),
  }),
  defineRoute({
    method: 'post',
    path: '/packs/{packCode}/scenario-runs',
    access: designer,
    tag: 'rehearsals',
    summary: 'Play scenarios of unpublished files, all of them when no keys are named',
    status: 201,
    idempotent: true,
    params: packParams,
    body: z.strictObject({ files: packFiles, keys: z.array(z.string().max(200)).min(1).max(200).optional() }),
    response: runView,
    handle: async ({ app, actor, params, body, requestId }) => {
      const id = requireRequestId(requestId);
      return viewRun(app, await startScenarioRun({ app, actor, id, ...params, ...body }));
    },
  }),
  defineRoute({
    method: 'get',
    path: '/scenario-runs/{id}',
    access: designer,
    tag: 'rehearsals',
    summary: 'How scenarios went so far, and which parts of the pack they passed once all are over',
    params: idParams,
    response: runView,
    handle: async ({ app, actor, params }) => viewRun(app, await readScenarioRun(app, actor, params.id)),
  }),
];

function viewRun(app: Parameters<typeof stateOf>[0], run: Parameters<typeof stateOf>[1]) {
  const { _id: id, total, failures, played, coverage } = run;
  return { id, state: stateOf(app, run), total, failures, played, coverage };
}
