import type { BoardCounterDocument, BoardLine, BoardMonthDocument, DayCount } from './model.ts';

export type Counter = Omit<BoardCounterDocument, 'schemaVersion' | 'tenant' | 'fold'>;
export type Month = Omit<BoardMonthDocument, 'schemaVersion' | 'tenant' | 'fold'>;

/** Figures by their ids. */
export interface Figures {
  counters: Map<string, Counter>;
  months: Map<string, Month>;
}

export function counterId(
  tenant: string,
  line: Pick<Counter, 'group' | 'departmentId' | 'packCode'>,
): string {
  return `${tenant}|${line.group}|${line.departmentId}|${line.packCode}`;
}

export function monthId(tenant: string, line: Pick<Month, 'month' | 'departmentId' | 'packCode'>): string {
  return `${tenant}|${line.month}|${line.departmentId}|${line.packCode}`;
}

/** Ids of the figures that a line changes. */
export function idsOf(tenant: string, line: BoardLine): { counter: string; month?: string } {
  if (line.kind === 'open') return { counter: counterId(tenant, line) };
  return {
    counter: counterId(tenant, { ...line, group: 'case' }),
    month: monthId(tenant, { ...line, month: line.day.slice(0, 7) }),
  };
}

/** A counter in which nothing is counted. */
export function emptyCounter(of: Pick<Counter, '_id' | 'group' | 'departmentId' | 'packCode'>): Counter {
  const { _id, group, departmentId, packCode } = of;
  const counts = { running: 0, paused: 0, onTime: 0, late: 0, measured: 0, workdays: 0 };
  return { _id, group, departmentId, packCode, ...counts, yellow: {}, due: {}, pausedDue: {} };
}

const noDay: DayCount = { received: 0, accepted: 0, onTime: 0, late: 0, measured: 0, workdays: 0 };

/** Adds the lines to the figures in place; what was not counted before begins at zero. */
export function countLines(tenant: string, figures: Figures, lines: readonly BoardLine[]): void {
  for (const line of lines) {
    const { departmentId, packCode, n } = line;
    const ids = idsOf(tenant, line);
    const group = line.kind === 'open' ? line.group : 'case';
    const counter =
      figures.counters.get(ids.counter) ?? emptyCounter({ _id: ids.counter, group, departmentId, packCode });
    figures.counters.set(ids.counter, counter);
    if (line.kind === 'open') {
      counter[line.state] += n;
      if (line.state === 'running') {
        add(counter.yellow, line.yellow, n);
        add(counter.due, line.due, n);
      } else add(counter.pausedDue, line.due, n);
      continue;
    }
    const id = ids.month ?? '';
    const month = figures.months.get(id) ?? {
      _id: id,
      month: line.day.slice(0, 7),
      departmentId,
      packCode,
      days: {},
    };
    figures.months.set(id, month);
    const key = line.day.slice(8);
    month.days[key] ??= { ...noDay };
    const day = month.days[key];
    day[line.figure] += n;
    day.measured += line.measured;
    day.workdays += line.workdays;
    if (line.figure === 'onTime' || line.figure === 'late') counter[line.figure] += n;
    counter.measured += line.measured;
    counter.workdays += line.workdays;
    if (Object.values(day).every((value) => value === 0)) delete month.days[key];
  }
}

/** A minute at which nothing turns any more is not kept. */
function add(turns: Record<string, number>, minute: number, n: number): void {
  const left = (turns[minute] ?? 0) + n;
  if (left === 0) delete turns[minute];
  else turns[minute] = left;
}

/** True where nothing is counted. */
export function isEmpty(figure: Counter | Month): boolean {
  if ('days' in figure) return Object.keys(figure.days).length === 0;
  const { running, paused, yellow, due, pausedDue, onTime, late, measured, workdays } = figure;
  return (
    [running, paused, onTime, late, measured, workdays].every((value) => value === 0) &&
    [yellow, due, pausedDue].every((turns) => Object.keys(turns).length === 0)
  );
}

export interface OpenByLight {
  green: number;
  yellow: number;
  red: number;
  paused: number;
}

/** Open clocks by their light in the minute of `now`; agrees with `lightOfSummary` of each. */
export function lightsOf(counter: Counter, now: Date): OpenByLight {
  const minute = Math.floor(now.getTime() / 60_000);
  const turned = upTo(counter.yellow, minute);
  const red = upTo(counter.due, minute - 1);
  return { green: counter.running - turned, yellow: turned - red, red, paused: counter.paused };
}

function upTo(turns: Record<string, number>, last: number): number {
  let sum = 0;
  for (const minute in turns) if (Number(minute) <= last) sum += turns[minute] ?? 0;
  return sum;
}
