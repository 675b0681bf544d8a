import { z } from 'zod';
import type { CaseDocument } from '../../cases/model.ts';
import { caseSummary as toCaseSummary } from '../../cases/viewCase.ts';
import { defineRoute } from '../../http/route.ts';
import { caseSummary, daySchema, departmentRef, pageOf, pageQuery, textSchema } from '../../http/schemas.ts';
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
    summary: 'The cases behind a number of a span of days',
    query: pageQuery.extend({
      figure: z.enum(happenings),
      from: daySchema,
      to: daySchema,
      department: z.string().max(32).optional(),
      item: z.string().max(64).optional(),
    }),
    response: pageOf(caseSummary),
    handle: async ({ app, actor, query }) => {
      const { cases, nextCursor } = await listHappened({ app, actor, query });
      return { items: cases.map((entry: CaseDocument) => toCaseSummary(app, entry)), nextCursor };
    },
  }),
];
