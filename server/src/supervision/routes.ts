import { z } from 'zod';
import type { CaseDocument } from '../cases/model.ts';
import { caseSummary as toCaseSummary } from '../cases/viewCase.ts';
import { defineRoute, FileAnswer } from '../http/route.ts';
import { caseSummary, departmentRef, pageOf, pageQuery, textSchema } from '../http/schemas.ts';
import { levels } from '../organisation/model.ts';
import { tableFormats, tableTypes } from '../tables/writeTable.ts';
import { ages } from './ageing.ts';
import { alertRoutes } from './alerts/routes.ts';
import { bottleneckRoutes } from './bottleneck/routes.ts';
import { cardRoutes } from './cards/routes.ts';
import { complaintRoutes } from './complaints/routes.ts';
import { feedRoutes } from './feed/routes.ts';
import { recordFileRoutes } from './fileRoutes.ts';
import { findingRoutes } from './findings/routes.ts';
import { lightRoutes } from './lights/routes.ts';
import { listByLight } from './listByLight.ts';
import { orderRoutes } from './orders/routes.ts';
import { periodRoutes } from './period/routes.ts';
import { readBoard } from './readBoard.ts';
import { reportRoutes } from './reports/routes.ts';
import { ruleRoutes } from './rules/routes.ts';
import { exportCases } from './tables/exportCases.ts';
import { tableRoutes } from './tables/routes.ts';

const watchers = ['supervisor', 'head'] as const;
const openCases = z.object({
  department: z.string().max(32).optional(),
  item: z.string().max(64).optional(),
  light: z.enum(['green', 'yellow', 'red', 'paused']).optional(),
  level: z.enum(levels).optional(),
  age: z.enum(ages).optional(),
});
const count = z.number();
const figures = {
  green: count,
  yellow: count,
  red: count,
  paused: count,
  doneOnTime: count,
  doneLate: count,
  averageWorkdays: count.nullable(),
};

export const supervisionRoutes = [
  defineRoute({
    method: 'get',
    path: '/supervision/board',
    access: watchers,
    tag: 'supervision',
    summary: 'Lights by department and by item, and how far from due, now',
    response: z.object({
      asOf: z.string(),
      totals: z.object({
        green: count,
        yellow: count,
        red: count,
        paused: count,
        doneOnTime: count,
        doneLate: count,
      }),
      byDepartment: z.array(
        z.object({ department: departmentRef.extend({ level: z.string() }), ...figures }),
      ),
      byItem: z.array(z.object({ item: z.object({ packCode: z.string(), name: textSchema }), ...figures })),
      ages: z.record(z.enum(ages), count),
      publications: z.object({ due: count, late: count, lateAt: z.array(departmentRef) }),
      findings: z.object({ open: count }),
    }),
    handle: ({ app, actor }) => readBoard({ app, actor }),
  }),
  defineRoute({
    method: 'get',
    path: '/supervision/cases',
    access: watchers,
    tag: 'supervision',
    summary: 'The cases behind a number of the board',
    query: openCases.extend(pageQuery.shape),
    response: pageOf(caseSummary),
    handle: async ({ app, actor, query }) => {
      const { cases, nextCursor } = await listByLight({ app, actor, query });
      return { items: cases.map((entry: CaseDocument) => toCaseSummary(app, entry)), nextCursor };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/supervision/cases/export',
    access: watchers,
    tag: 'supervision',
    summary: 'The same list as CSV or Excel, applicants’ names covered; recorded with filter and digest',
    query: openCases.extend({ format: z.enum(tableFormats).default('xlsx') }),
    responseMediaType: 'application/octet-stream',
    handle: async ({ app, actor, query: { format, ...filter }, locale }) => {
      const read = (limit: number) => listByLight({ app, actor, query: { ...filter, limit } });
      const file = await exportCases({ app, actor, filter, read, format, locale });
      return new FileAnswer({ ...file, mediaType: tableTypes[format] });
    },
  }),
  ...lightRoutes,
  ...bottleneckRoutes,
  ...periodRoutes,
  ...reportRoutes,
  ...tableRoutes,
  ...alertRoutes,
  ...feedRoutes,
  ...findingRoutes,
  ...orderRoutes,
  ...cardRoutes,
  ...complaintRoutes,
  ...recordFileRoutes,
  ...ruleRoutes,
];
