import { z } from 'zod';
import { defineRoute } from '../../http/route.ts';
import { departmentRef, idParams, listOf, textSchema } from '../../http/schemas.ts';
import { newId } from '../../store/newId.ts';
import { readLetter } from '../letters.ts';
import { createReport } from './createReport.ts';
import { caseFigures, recordFigures } from './figures.ts';
import { readAnnex } from './readAnnex.ts';
import { recordKinds } from './readRecords.ts';
import { linesOfNumber, listReports, readReport, reportLine, viewReport } from './viewReport.ts';

const readers = ['supervisor', 'head'] as const;
const figure = z.enum([...caseFigures, ...recordFigures]);
const line = z.object({
  id: z.string(),
  /** YYYY-MM. */
  month: z.string(),
  number: z.string(),
  by: z.string(),
  at: z.string(),
  /** Null: the whole district. */
  department: departmentRef.nullable(),
  /** The month was over. */
  whole: z.boolean(),
});

export const reportRoutes = [
  defineRoute({
    method: 'get',
    path: '/supervision/reports',
    access: readers,
    tag: 'supervision',
    summary: 'Monthly evaluation reports, latest first; a head sees those of the own department',
    response: listOf(line),
    handle: async ({ app, actor }) => ({ items: await listReports(app, actor) }),
  }),
  defineRoute({
    method: 'post',
    path: '/supervision/reports',
    access: ['supervisor'],
    tag: 'supervision',
    summary: 'Make the evaluation report of a month, for the district or a department',
    status: 201,
    idempotent: true,
    body: z.strictObject({
      month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/),
      /** Left out: the whole district. */
      department: z.string().max(32).default(''),
    }),
    response: line,
    handle: async ({ app, actor, body, requestId }) => {
      const { month, department: departmentId } = body;
      const report = await createReport({ app, actor, id: requestId ?? newId(), month, departmentId });
      return reportLine(app, report);
    },
  }),
  defineRoute({
    method: 'get',
    path: '/supervision/reports/{id}',
    access: readers,
    tag: 'supervision',
    summary: 'A monthly report: its tables and its letter',
    params: idParams,
    response: line.extend({
      tables: z.array(
        z.object({
          table: z.string(),
          figures: z.array(z.object({ key: figure, name: textSchema })),
          rows: z.array(
            z.object({
              ref: z.string(),
              name: textSchema,
              level: z.string().nullable(),
              limits: z
                .object({ promised: z.string().nullable(), statutory: z.string().nullable() })
                .nullable(),
              figures: z.record(z.string(), z.number().nullable()),
            }),
          ),
        }),
      ),
      letters: z.array(z.looseObject({ id: z.string(), title: textSchema, number: z.string() })),
    }),
    handle: async ({ app, actor, params }) => viewReport(app, await readReport(app, actor, params.id)),
  }),
  defineRoute({
    method: 'get',
    path: '/supervision/reports/{id}/lines',
    access: readers,
    tag: 'supervision',
    summary: 'The cases, or acts of supervision, behind a number of a report, as they were then',
    params: idParams,
    query: z.object({ ref: z.string().regex(/^[1-5]-\d{1,4}$/), figure }),
    response: z.object({
      cases: z.array(
        z.object({
          caseId: z.string(),
          caseNo: z.string(),
          department: departmentRef,
          packCode: z.string(),
          received: z.string().nullable(),
          accepted: z.string().nullable(),
          decided: z.string().nullable(),
          onTime: z.boolean().nullable(),
          workdays: z.number().nullable(),
        }),
      ),
      records: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(recordKinds),
          name: textSchema,
          number: z.string(),
          caseId: z.string(),
          caseNo: z.string(),
          department: departmentRef,
          day: z.string(),
          grade: z.number().nullable(),
        }),
      ),
    }),
    handle: async ({ app, actor, params, query }) =>
      linesOfNumber(app, await readReport(app, actor, params.id), query),
  }),
  defineRoute({
    method: 'get',
    path: '/supervision/reports/{id}/letters/{letterId}/content',
    access: readers,
    tag: 'supervision',
    summary: 'The sealed PDF of a report',
    params: idParams.extend({ letterId: z.string().max(64) }),
    responseMediaType: 'application/pdf',
    handle: async ({ app, actor, params }) => {
      await readReport(app, actor, params.id);
      return readLetter(app, params.id, params.letterId);
    },
  }),
  defineRoute({
    method: 'get',
    path: '/supervision/reports/{id}/annex',
    access: readers,
    tag: 'supervision',
    summary:
      'The annex of a report: every case and record behind its numbers, as a workbook in the language of the request; `sealed`: the file whose digest the PDF prints',
    params: idParams,
    query: z.object({ sealed: z.stringbool().default(false) }),
    responseMediaType: 'application/octet-stream',
    handle: async ({ app, actor, params, query, locale }) =>
      readAnnex(app, await readReport(app, actor, params.id), { locale, ...query }),
  }),
];
