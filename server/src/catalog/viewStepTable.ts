import { readStepTable } from '@onewindow/processes';
import { z } from 'zod';
import { textSchema } from '../http/schemas.ts';

/** A table of steps as it was understood. */
export const readTable = z.object({
  rows: z.array(
    z.object({
      line: z.number(),
      name: z.string(),
      nameEn: z.string().nullable(),
      role: z.enum(['applicant', 'approver', 'head', 'clerk']),
      limit: z.string().nullable(),
      fields: z.array(z.object({ name: z.string(), type: z.string(), options: z.array(z.string()) })),
    }),
  ),
  problems: z.array(z.object({ rule: z.string(), line: z.number().nullable(), message: textSchema })),
});

export function viewStepTable(table: string): z.infer<typeof readTable> {
  const { rows, problems } = readStepTable(table);
  return {
    rows: rows.map(({ line, name, nameEn, role, limit, fields }) => ({
      ...{ line, name, role },
      nameEn: nameEn ?? null,
      limit: limit ?? null,
      fields: fields.map((field) => ({ ...field, options: [...field.options] })),
    })),
    problems: problems.map(({ rule, line, zh, en }) => ({
      rule,
      line: line ?? null,
      message: { 'zh-CN': zh, en },
    })),
  };
}
