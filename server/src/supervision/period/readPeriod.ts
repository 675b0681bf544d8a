import type { AppContext } from '../../app/appContext.ts';
import { AppError } from '../../errors/appError.ts';
import type { Actor } from '../../identity/actor.ts';
import { countLines, type Month } from '../counters/countLines.ts';
import { readDeltas, readFold } from '../counters/foldDeltas.ts';
import type { BoardMonthDocument } from '../counters/model.ts';
import { leveledDepartment } from '../leveledDepartment.ts';
import { readItems } from '../readItems.ts';
import { type Sum, sumInto, viewSum, zero } from './periodSum.ts';

/** Longest span of a report, in days. */
const longest = 366;
/** Folds come in between a reading so often at most; each takes milliseconds. */
const mostAttempts = 20;

/**
 * What came in and was decided from one day to another (both counted, YYYY-MM-DD of Shanghai), by department and item, and by
 * department and day. A head sees the own department only. The numbers are sums of what changes of cases left (decision 14), so
 * that a recount from the cases finds them equal. Throws AppError `periodInvalid`.
 */
export async function readPeriod(input: { app: AppContext; actor: Actor; from: string; to: string }) {
  const { app, actor, from, to } = input;
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  if (!(days >= 1 && days <= longest)) throw new AppError('periodInvalid', { params: { most: longest } });
  const own = actor.roles.includes('supervisor') ? undefined : actor.department.id;
  const itemOf = await readItems(app);
  const rows = new Map<string, { departmentId: string; packCode: string; sum: Sum }>();
  const byDay = new Map<string, Map<string, Sum>>();
  const totals = zero();
  for (const { month, departmentId, packCode, days: counted } of await readMonths(app, from, to, own)) {
    for (const [of, count] of Object.entries(counted)) {
      const day = `${month}-${of}`;
      if (day < from || day > to) continue;
      const key = `${departmentId}|${packCode}`;
      const row = rows.get(key) ?? { departmentId, packCode, sum: zero() };
      rows.set(key, row);
      const ofDepartment = byDay.get(departmentId) ?? new Map<string, Sum>();
      byDay.set(departmentId, ofDepartment);
      const cell = ofDepartment.get(day) ?? zero();
      ofDepartment.set(day, cell);
      for (const sum of [row.sum, cell, totals]) sumInto(sum, count);
    }
  }
  return {
    asOf: app.time.now().toISOString(),
    from,
    to,
    totals: viewSum(totals),
    rows: [...rows.values()].map(({ departmentId, packCode, sum }) => ({
      department: leveledDepartment(app, departmentId),
      item: itemOf(packCode),
      ...viewSum(sum),
    })),
    days: [...byDay].map(([departmentId, counted]) => ({
      department: leveledDepartment(app, departmentId),
      days: [...counted]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([day, { received, onTime, late }]) => ({ day, received, decided: onTime + late, late })),
    })),
  };
}

/** The months of the span with what is not yet folded into them, as of one instant of the store. */
async function readMonths(
  app: AppContext,
  from: string,
  to: string,
  departmentId?: string,
): Promise<Month[]> {
  const { models, tenant } = app;
  const names = monthsOf(from, to);
  for (let attempt = 1; ; attempt += 1) {
    const before = await readFold(app);
    const deltas = await readDeltas(app);
    const found = await Promise.all(
      names.map((month) =>
        models.boardMonths
          .find({ tenant, month, ...(departmentId === undefined ? {} : { departmentId }) })
          .lean(),
      ),
    );
    if ((await readFold(app)) !== before && attempt < mostAttempts) continue;
    const months = new Map(
      (found.flat() as BoardMonthDocument[]).map((entry) => [entry._id, entry as Month]),
    );
    const lines = deltas
      .flatMap((delta) => delta.lines)
      .filter((line) => line.kind === 'day' && (departmentId ?? line.departmentId) === line.departmentId);
    countLines(tenant, { counters: new Map(), months }, lines);
    return [...months.values()];
  }
}

/** `2026-11`, `2026-12` … of a span of days. */
function monthsOf(from: string, to: string): string[] {
  const months: string[] = [];
  for (let [year, month] = from.split('-').map(Number) as [number, number]; ; month += 1) {
    if (month > 12) [year, month] = [year + 1, 1];
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name > to.slice(0, 7)) return months;
    months.push(name);
  }
}
