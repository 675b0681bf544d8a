import { z } from 'zod';
import { packParams, versionNumber } from '../../catalog/packShapes.ts';
import { defineRoute, FileAnswer } from '../../http/route.ts';
import { daySchema } from '../../http/schemas.ts';
import { tableTypes, writeTable } from '../../tables/writeTable.ts';
import { boardTable, boardTableNames } from './boardTables.ts';

export const tableRoutes = [
  defineRoute({
    method: 'get',
    path: '/supervision/export',
    access: ['supervisor', 'head'],
    tag: 'supervision',
    summary: 'A table of the cockpit as CSV or Excel; it names no person and no case',
    query: z.object({
      table: z.enum(boardTableNames),
      format: z.enum(['csv', 'xlsx']).default('xlsx'),
      from: daySchema.default('2000-01-01'),
      to: daySchema.default('2000-01-01'),
      packCode: packParams.shape.packCode.default('none'),
      version: versionNumber.optional(),
    }),
    responseMediaType: 'application/octet-stream',
    handle: async ({ app, actor, query, locale }) => {
      const { format, ...of } = query;
      const { name, ...table } = await boardTable({ app, actor, query: of, locale });
      const bytes = await writeTable(table, format);
      return new FileAnswer({ bytes, name: `${name}.${format}`, mediaType: tableTypes[format] });
    },
  }),
];
