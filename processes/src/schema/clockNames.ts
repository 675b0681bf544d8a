/** Unit of a shift: working days and calendar days keep the time of day, hours are counted through. */
export type ClockShiftUnit = 'workday' | 'day' | 'hour';

/** A date of a case that a timer may wait for. */
export interface ClockName {
  /**
   * `due`: when the case is to be finished by, as the lists show it (the promised limit, else the statutory one, of a dispatch
   * that of disposal); `yellow`: when that light turns yellow; `statutory`: the statutory limit.
   */
  readonly date: 'due' | 'yellow' | 'statutory';
  /** So much before (negative) or after it; absent for the date itself. */
  readonly shift?: { readonly value: number; readonly unit: ClockShiftUnit };
}

const dates = { Due: 'due', Yellow: 'yellow', Statutory: 'statutory' } as const;
const units = { Workday: 'workday', Day: 'day', Hour: 'hour' } as const;
const grammar = /^clock(Due|Yellow|Statutory)(?:(Before|After)([1-9]\d{0,2})(Workday|Day|Hour)s?)?$/;

/** Reads a name such as `clockDue`, `clockStatutoryAfter1Day` or `clockDueBefore2Workdays`; undefined for any other. */
export function readClockName(name: string): ClockName | undefined {
  const [matched, date, direction, count, unit] = grammar.exec(name) ?? [];
  if (matched === undefined) return undefined;
  const known = { date: dates[date as keyof typeof dates] };
  if (unit === undefined) return known;
  const value = Number(count) * (direction === 'Before' ? -1 : 1);
  return { ...known, shift: { value, unit: units[unit as keyof typeof units] } };
}

/** Whether a name is kept for the dates of cases: no pack may give it to a variable of its own. */
export function isClockName(name: string): boolean {
  return /^clock[A-Z]/.test(name);
}

/** The dates that a process file names anywhere, in order of name: those that its cases must be told. */
export function clockNamesIn(bpmnXml: string): string[] {
  const names = bpmnXml.match(/\bclock[A-Z]\w*/g) ?? [];
  return [...new Set(names)].filter((name) => readClockName(name) !== undefined).sort();
}
