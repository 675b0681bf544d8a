import { createHash } from 'node:crypto';
import type { AppContext } from '../../app/appContext.ts';
import { recordSecurityEvent } from '../../audit/recordSecurityEvent.ts';
import type { CaseDocument } from '../../cases/model.ts';
import { AppError, type Locale } from '../../errors/appError.ts';
import { type Actor, asEventActor } from '../../identity/actor.ts';
import { type TableFormat, writeTable } from '../../tables/writeTable.ts';
import { caseCells, caseHeadings, caseListName } from './caseCells.ts';

/** More lines than this nobody reads; the monthly report has an annex. */
const most = 10_000;

/**
 * A list behind a number of the cockpit as a file, in the order of the screen. Who took it, by which filter, how many lines and with
 * which digest is recorded. Throws AppError `exportTooLarge`.
 */
export async function exportCases(input: {
  app: AppContext;
  actor: Actor;
  /** What the list is narrowed by, for the record. */
  filter: Record<string, unknown>;
  read: (limit: number) => Promise<{ cases: CaseDocument[]; nextCursor: string | null }>;
  format: TableFormat;
  locale: Locale;
}): Promise<{ bytes: Uint8Array; name: string }> {
  const { app, actor, filter, read, format, locale } = input;
  const { cases, nextCursor } = await read(most);
  if (nextCursor !== null) throw new AppError('exportTooLarge', { params: { count: most } });
  const rows = cases.map((subject) => caseCells(app, subject, locale));
  const bytes = await writeTable({ headings: caseHeadings(locale), rows }, format);
  await recordSecurityEvent({
    app,
    type: 'casesExported',
    actor: asEventActor(actor),
    details: {
      ...filter,
      format,
      lines: rows.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    },
  });
  return { bytes, name: `${caseListName(locale)}.${format}` };
}
