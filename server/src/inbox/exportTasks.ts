import { createHash } from 'node:crypto';
import type { AppContext } from '../app/appContext.ts';
import { recordSecurityEvent } from '../audit/recordSecurityEvent.ts';
import { AppError, type Locale } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { type TableFormat, writeTable } from '../tables/writeTable.ts';
import { pageOfTasks, type TaskQuery } from './listTasks.ts';
import { columnTitles, type TaskColumn, valueOfColumn } from './taskColumns.ts';
import { taskSummary } from './viewTask.ts';

/** More lines than this are no work list any more. */
const most = 10_000;

/**
 * What the filter shows as a file: the columns chosen, texts as on the screen, the applicant's name covered. Who took it,
 * by which filter, how many lines and with which digest is recorded first; the applicant asked for is not.
 * A text that a spreadsheet would run as a formula is written with an apostrophe before it (CSV) or as a text cell.
 * Throws AppError `exportTooLarge`.
 */
export async function exportTasks(input: {
  app: AppContext;
  actor: Actor;
  query: Omit<TaskQuery, 'cursor' | 'limit'>;
  columns: readonly TaskColumn[];
  format: TableFormat;
  locale: Locale;
}): Promise<{ bytes: Uint8Array; name: string }> {
  const { app, actor, query, columns, format, locale } = input;
  const { page, more } = await pageOfTasks({ app, actor, query: { ...query, limit: most } });
  if (more) throw new AppError('exportTooLarge', { params: { count: most } });
  const headings = columns.map((column) => columnTitles[column][locale]);
  const rows = page.map((task) => {
    const summary = taskSummary(app, task);
    return columns.map((column) => valueOfColumn(column, summary, locale));
  });
  const bytes = await writeTable({ headings, rows }, format);
  const { applicant, ...filter } = query;
  await recordSecurityEvent({
    app,
    type: 'inboxExported',
    actor: asEventActor(actor),
    details: {
      ...filter,
      byApplicant: applicant !== undefined,
      columns: [...columns],
      format,
      lines: rows.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    },
  });
  return { bytes, name: `${locale === 'en' ? 'tasks' : '任务清单'}.${format}` };
}
