import { z } from 'zod';
import { defineRoute } from '../http/route.ts';
import {
  caseSummary,
  daySchema,
  departmentRef,
  idParams,
  listOf,
  pageOf,
  pageQuery,
  textSchema,
} from '../http/schemas.ts';
import { deliverOwn } from '../outbox/deliverNow.ts';
import { attachReportPhoto } from './attachReportPhoto.ts';
import { kindOf } from './categoryOf.ts';
import { findDuplicates } from './findDuplicates.ts';
import { listCaseFiles } from './listCaseFiles.ts';
import { listReportKinds } from './listReportKinds.ts';
import { readCaseFile } from './readCaseFile.ts';
import { readEvaluations } from './readEvaluations.ts';
import { placeOf } from './reportInput.ts';
import { duplicateQuery, reportSchema } from './schemas.ts';
import { takeReport } from './takeReport.ts';
import { viewCaseFile, viewDuplicate } from './viewCaseFile.ts';

const reporters = ['operator', 'gridWorker'] as const;
const readers = [
  'operator',
  'gridWorker',
  'dispatcher',
  'shiftChief',
  'approver',
  'head',
  'supervisor',
] as const;

const placeView = z.object({
  area: departmentRef,
  text: z.string(),
  position: z.object({ longitude: z.number(), latitude: z.number() }).nullable(),
});
const fileView = caseSummary.extend({
  source: textSchema,
  category: textSchema.nullable(),
  place: placeView,
  stage: z.string(),
  round: z.number(),
  reports: z.number(),
  unit: departmentRef.nullable(),
  end: z.enum(['closed', 'void']).nullable(),
});
const duplicateView = z.looseObject({
  id: z.string(),
  caseNo: z.string(),
  category: textSchema.nullable(),
  place: placeView,
  metres: z.number().nullable(),
  reportedAt: z.string(),
});
const rateView = z.looseObject({ unit: departmentRef.nullable(), closed: z.number(), rounds: z.number() });

export const dispatchRoutes = [
  defineRoute({
    method: 'get',
    path: '/dispatch/kinds',
    access: reporters,
    tag: 'dispatch',
    summary: 'What the caller may report, with forms, sources and areas',
    response: z.object({
      kinds: z.array(z.looseObject({ packCode: z.string(), name: textSchema })),
      areas: z.array(z.looseObject({ town: departmentRef, villages: z.array(departmentRef) })),
    }),
    handle: ({ app, actor }) => listReportKinds(app, actor),
  }),
  defineRoute({
    method: 'get',
    path: '/dispatch/duplicates',
    access: reporters,
    tag: 'dispatch',
    summary: 'Open case files of the same place and kind',
    query: duplicateQuery,
    response: listOf(duplicateView),
    handle: async ({ app, query }) => {
      const loaded = await app.packs.live(query.packCode);
      const { dispatch } = loaded.pack;
      const kind = dispatch === undefined ? undefined : kindOf(dispatch, query.category);
      if (kind === undefined) return { items: [] };
      const { longitude, latitude } = query;
      const position =
        longitude === undefined || latitude === undefined ? undefined : { longitude, latitude };
      const { place } = placeOf(app, { ...query, position });
      const found = await findDuplicates({ app, loaded, kind, place });
      return { items: found.map((entry) => viewDuplicate(app, loaded, entry)) };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/dispatch/photos',
    access: reporters,
    tag: 'dispatch',
    summary: 'Upload a photograph of a report that is being made',
    status: 201,
    upload: 'document',
    idempotent: true,
    query: z.object({ packCode: z.string().min(1).max(64) }),
    response: z.looseObject({ id: z.string(), name: z.string(), mediaType: z.string(), size: z.number() }),
    handle: async ({ app, actor, query, upload, requestId }) => {
      if (upload === undefined) throw new Error('upload route without upload');
      const { photo, facts } = await attachReportPhoto({ app, actor, ...query, upload, requestId });
      const { _id: id, name, mediaType, size } = photo;
      return { id, name, mediaType, size, photo: facts };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/dispatch/reports',
    access: reporters,
    tag: 'dispatch',
    summary: 'A report 上报: a new case file, or a further report of an open one',
    status: 201,
    idempotent: true,
    body: reportSchema,
    response: fileView.extend({ merged: z.boolean() }),
    handle: async ({ app, actor, body, requestId }) => {
      const taken = await takeReport({ app, actor, input: body, requestId });
      await deliverOwn(app, taken);
      const subject = await readCaseFile(app, actor, taken.subject._id);
      const loaded = await app.packs.version(subject.packCode, subject.packVersion);
      return { ...(await viewCaseFile(app, actor, loaded, subject)), merged: taken.merged };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/dispatch/cases',
    access: readers,
    tag: 'dispatch',
    summary: 'Case files that the caller may see',
    query: pageQuery.extend({
      packCode: z.string().max(64).optional(),
      state: z.enum(['open', 'ended']).optional(),
      mine: z.stringbool().optional(),
    }),
    response: pageOf(fileView),
    handle: ({ app, actor, query }) => listCaseFiles({ app, actor, query }),
  }),
  defineRoute({
    method: 'get',
    path: '/dispatch/cases/{id}',
    access: readers,
    tag: 'dispatch',
    summary: 'One case file with its reports, counts, call backs and evaluation',
    params: idParams,
    response: fileView,
    handle: async ({ app, actor, params }) => {
      const subject = await readCaseFile(app, actor, params.id);
      const loaded = await app.packs.version(subject.packCode, subject.packVersion);
      return viewCaseFile(app, actor, loaded, subject);
    },
  }),
  defineRoute({
    method: 'get',
    path: '/dispatch/evaluations',
    access: ['shiftChief', 'supervisor', 'head'],
    tag: 'dispatch',
    summary: 'Evaluation 综合评价 of a period by unit; a head sees the own unit',
    query: z.object({ from: daySchema, to: daySchema, packCode: z.string().max(64).optional() }),
    response: z.object({ total: rateView, void: z.number(), byUnit: z.array(rateView) }),
    handle: ({ app, actor, query }) => {
      const everything = actor.roles.includes('supervisor') || actor.roles.includes('shiftChief');
      return readEvaluations({ app, ...query, ...(everything ? {} : { unit: actor.department.id }) });
    },
  }),
];
