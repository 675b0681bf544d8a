import { z } from 'zod';
import { defineRoute, FileAnswer } from '../http/route.ts';
import { idParams, listOf } from '../http/schemas.ts';
import { fileIds, readers, words } from '../supervision/actView.ts';
import { tableFormats, tableTypes, writeTable } from '../tables/writeTable.ts';
import { appealFigure } from './appeals/appealFigure.ts';
import { decideAppeal } from './appeals/decideAppeal.ts';
import { listAppeals, readAppeal, viewAppeal } from './appeals/listAppeals.ts';
import { readEvaluationLetter } from './letter/readEvaluationLetter.ts';
import { listFacts } from './results/listFacts.ts';
import { listPeriods } from './results/listPeriods.ts';
import { publishResult } from './results/publishResult.ts';
import { readResult } from './results/readResult.ts';
import { readSubject } from './results/readSubject.ts';
import { resultTable } from './results/resultTable.ts';
import { changeScheme, listSchemes } from './schemes/changeScheme.ts';
import {
  appealLine,
  appealView,
  factPage,
  kindSchema,
  periodSchema,
  resultView,
  revisionQuery,
  schemeView,
  subjectView,
} from './shapes.ts';

const tag = 'evaluation';
const ofKind = z.object({ kind: kindSchema });
const ofPeriod = ofKind.extend({ period: periodSchema });
const ofSubject = ofPeriod.extend({ subject: z.string().min(1).max(64) });
const subjectPath = '/evaluation/{kind}/periods/{period}/subjects/{subject}';

/** 绩效评价 of departments, officers and grid workers: schemes, results, appeals. */
export const evaluationRoutes = [
  defineRoute({
    method: 'get',
    path: '/evaluation/schemes',
    access: [...readers, 'admin'],
    tag,
    summary: 'Indicators, weights and scoring, with the trail of their changes',
    response: listOf(schemeView),
    handle: ({ app }) => listSchemes(app),
  }),
  defineRoute({
    method: 'put',
    path: '/evaluation/schemes/{kind}',
    access: ['admin'],
    tag,
    summary: 'Change weights and scoring for the district, with a reason',
    params: ofKind,
    body: z.strictObject({
      seen: z.int().min(0),
      minimum: z.int(),
      indicators: z.record(
        z.string().max(40),
        z.strictObject({
          weight: z.int().min(0).max(100),
          parameters: z.record(z.string().max(40), z.int()),
        }),
      ),
      reason: words,
    }),
    response: schemeView,
    handle: ({ app, actor, params, body: { seen, reason, ...setting } }) =>
      changeScheme({ app, actor, kind: params.kind, seen, setting, reason }),
  }),
  defineRoute({
    method: 'get',
    path: '/evaluation/{kind}/periods',
    access: readers,
    tag,
    summary: 'Months and quarters, and what is published of each',
    params: ofKind,
    response: listOf(
      z.object({
        period: z.string(),
        from: z.string(),
        to: z.string(),
        months: z.number(),
        over: z.boolean(),
        revision: z.number().nullable(),
      }),
    ),
    handle: ({ app, params }) => listPeriods(app, params.kind),
  }),
  defineRoute({
    method: 'get',
    path: '/evaluation/{kind}/periods/{period}',
    access: readers,
    tag,
    summary: 'Scores and ranks of a period: those of the area, the department, the own',
    params: ofPeriod,
    query: revisionQuery,
    response: resultView,
    handle: ({ app, actor, params, query }) => readResult({ app, actor, ...params, ...query }),
  }),
  defineRoute({
    method: 'post',
    path: '/evaluation/{kind}/periods/{period}/publication',
    access: ['supervisor'],
    tag,
    summary: 'Close a period: freeze its facts, scores and ranks',
    status: 201,
    idempotent: true,
    params: ofPeriod,
    response: resultView,
    handle: async ({ app, actor, params }) => {
      await publishResult({ app, actor, ...params });
      return readResult({ app, actor, ...params });
    },
  }),
  defineRoute({
    method: 'get',
    path: '/evaluation/{kind}/periods/{period}/letters/{letterId}/content',
    access: ['supervisor'],
    tag,
    summary: 'The sealed PDF of a published evaluation, for supervisors of the district',
    params: ofPeriod.extend({ letterId: z.string().max(64) }),
    responseMediaType: 'application/pdf',
    handle: ({ app, actor, params }) => readEvaluationLetter({ app, actor, ...params }),
  }),
  defineRoute({
    method: 'get',
    path: '/evaluation/{kind}/periods/{period}/export',
    access: readers,
    tag,
    summary: 'Scores and ranks of a period as CSV or Excel, as far as the person may see them',
    params: ofPeriod,
    query: revisionQuery.extend({ format: z.enum(tableFormats).default('xlsx') }),
    responseMediaType: 'application/octet-stream',
    handle: async ({ app, actor, params, query: { format, ...query }, locale }) => {
      const { name, ...table } = resultTable(await readResult({ app, actor, ...params, ...query }), locale);
      const bytes = await writeTable(table, format);
      return new FileAnswer({ bytes, name: `${name}.${format}`, mediaType: tableTypes[format] });
    },
  }),
  defineRoute({
    method: 'get',
    path: subjectPath,
    access: readers,
    tag,
    summary: 'One score with its arithmetic, line by line',
    params: ofSubject,
    query: revisionQuery,
    response: subjectView,
    handle: ({ app, actor, params: { subject, ...of }, query }) =>
      readSubject({ app, actor, ...of, subjectId: subject, ...query }),
  }),
  defineRoute({
    method: 'get',
    path: `${subjectPath}/facts/{indicator}`,
    access: readers,
    tag,
    summary: 'The cases and records behind a figure, those that count against first',
    params: ofSubject.extend({ indicator: z.string().max(64) }),
    query: revisionQuery.extend({ offset: z.coerce.number().int().min(0).default(0) }),
    response: factPage,
    handle: ({ app, actor, params: { subject, ...of }, query }) =>
      listFacts({ app, actor, ...of, subjectId: subject, ...query }),
  }),
  defineRoute({
    method: 'post',
    path: `${subjectPath}/appeals`,
    access: readers,
    tag,
    summary: 'Appeal 申诉 against one fact of a figure, once',
    status: 201,
    idempotent: true,
    params: ofSubject,
    body: z.strictObject({
      indicator: z.string().max(64),
      key: z.string().max(100),
      text: words,
      files: fileIds,
    }),
    response: appealView,
    handle: async ({ app, actor, params: { subject, ...of }, body }) =>
      viewAppeal(app, actor, await appealFigure({ app, actor, ...of, subjectId: subject, ...body })),
  }),
  defineRoute({
    method: 'get',
    path: '/evaluation/appeals',
    access: readers,
    tag,
    summary: 'Appeals of the area, the department, the own',
    response: listOf(appealLine),
    handle: ({ app, actor }) => listAppeals(app, actor),
  }),
  defineRoute({
    method: 'get',
    path: '/evaluation/appeals/{id}',
    access: readers,
    tag,
    summary: 'One appeal: papers, acts, what it changed',
    params: idParams,
    response: appealView,
    handle: async ({ app, actor, params }) => viewAppeal(app, actor, await readAppeal(app, actor, params.id)),
  }),
  defineRoute({
    method: 'post',
    path: '/evaluation/appeals/{id}/decision',
    access: ['supervisor'],
    tag,
    summary: 'Uphold an appeal, which corrects the evaluation, or refuse it',
    idempotent: true,
    params: idParams,
    body: z.strictObject({
      uphold: z.boolean(),
      effect: z.enum(['exclude', 'good']).default('exclude'),
      text: words,
    }),
    response: appealView,
    handle: async ({ app, actor, params, body }) =>
      viewAppeal(app, actor, await decideAppeal({ app, actor, appealId: params.id, ...body })),
  }),
];
