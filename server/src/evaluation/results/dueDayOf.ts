import { computeDue, hasDue, parseLimit } from '@onewindow/clocks';
import type { AppContext } from '../../app/appContext.ts';
import type { PerformanceDocument } from '../model.ts';
import type { SchemeKind } from '../schemes/schemeFile.ts';
import { readRevisions } from './readRevisions.ts';

/**
 * Last day on which an appeal is heard: so long after the first publication. (A correction opens no new time: what it
 * changes was decided on an appeal.)
 */
export async function dueDayOf(
  app: AppContext,
  limit: string,
  performance: PerformanceDocument,
  { kind, period }: { kind: SchemeKind; period: string },
): Promise<{ day: string; past: boolean }> {
  const [first] = await readRevisions(app, kind, period);
  const parsed = parseLimit(limit);
  if (!hasDue(parsed)) throw new Error(`limit "${limit}" never falls due`);
  const now = app.time.now();
  const startAt = first?.at ?? performance.at;
  const { dueAt, dueDay } = computeDue({ limit: parsed, startAt }, app.calendar.calendar, now);
  return { day: dueDay, past: now > dueAt };
}
