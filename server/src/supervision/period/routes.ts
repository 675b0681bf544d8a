import { z } from 'zod';
import type { CaseDocument } from '../../cases/model.ts';
import { caseSummary as toCaseSummary } from '../../cases/viewCase.ts';
import { defineRoute, FileAnswer } from '../../http/route.ts';
import { caseSummary, daySchema, departmentRef, pageOf, pageQuery, textSchema } from '../../http/schemas.ts';
import { tableFormats, tableTypes } from '../../tables/writeTable.ts';
import { exportCases } from '../tables/exportCases.ts';
import { happenings, listHappened } from './listHappened.ts';
import { readPeriod } from './readPeriod.ts';

const count = z.number();
const figures = {
  received: count,
  accepted: count,
  onTime: count,
  late: count,
  onTimeShare: count.nullable(),
  averageWorkdays: count.nullable(),
};
const department = departmentRef.extend({ level: z.string() });
const happened = z.object({
  figure: z.enum(happenings),
  from: daySchema.optional(),
  to: daySchema.optional(),
  department: z.string().max(32).optional(),
  item: z.string().max(64).optional(),
});

export const periodRoutes = [
  defineRoute({
    method: 'get',
    path: '/supervision/period',
    access: ['supervisor', 'head'],
    tag: 'supervision',
    summary: 'What came in and was decided from a day to another, by department, item and day',
    query: z.object({ from: daySchema, to: daySchema }),
    response: z.object({
      asOf: z.string(),
      from: daySchema,
      to: daySchema,
      totals: z.object(figures),
      rows: z.array(
        z.object({
          department,
          item: z.object({
            packCode: z.string(),
            name: textSchema,
            limits: z
              .object({ statutory: z.string().nullable(), promised: z.string().nullable() })
              .nullable(),
          }),
          ...figures,
        }),
      ),
      days: z.array(
        z.object({
          department,
          days: z.array(z.object({ day: daySchema, received: count, decided: count, late: count })),
        }),
      ),
    }),
    handle: ({ app, actor, query }) => readPeriod({ app, actor, ...query }),
  }),
  defineRoute({
    method: 'get',
    path: '/supervision/period/cases',
    access: ['supervisor', 'head'],
    tag: 'supervision',
    summary: 'The cases behind a number of a span of days, or of all time',
    query: happened.extend(pageQuery.shape),
    response: pageOf(caseSummary),
    handle: async ({ app, actor, query }) => {
      const { cases, nextCursor } = await listHappened({ app, actor, query });
      return { items: cases.map((entry: CaseDocument) => toCaseSummary(app, entry)), nextCursor };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/supervision/period/cases/export',
    access: ['supervisor', 'head'],
    tag: 'supervision',
    summary: 'The same list as CSV or Excel, applicants’ names covered; recorded with filter and digest',
    query: happened.extend({ format: z.enum(tableFormats).default('xlsx') }),
    responseMediaType: 'application/octet-stream',
    handle: async ({ app, actor, query: { format, ...filter }, locale }) => {
      const read = (limit: number) => listHappened({ app, actor, query: { ...filter, limit } });
      const file = await exportCases({ app, actor, filter, read, format, locale });
      return new FileAnswer({ ...file, mediaType: tableTypes[format] });
    },
  }),
];
