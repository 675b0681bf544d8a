import { shanghaiDay } from '@onewindow/clocks';
import type { CaseDocument } from '../../cases/model.ts';
import type { ClockDocument, ClockKind } from '../../clocks/model.ts';
import type { BoardLine, ClockGroup, DayLine, OpenLine } from './model.ts';

/** Kinds of clocks that stand for their case, the most telling first: one of each list is counted a case. */
const oneACase: Readonly<Record<'case' | 'dispatch', readonly ClockKind[]>> = {
  case: ['promised', 'statutory', 'acceptance', 'delivery'],
  dispatch: ['response', 'disposal', 'callBack'],
};
const counted: ReadonlySet<ClockKind> = new Set([...oneACase.case, ...oneACase.dispatch, 'publication']);

/** Whether a change of a clock of this kind can change a figure. */
export function countsOnBoard(kind: ClockKind): boolean {
  return counted.has(kind);
}

type BoardMark = NonNullable<ClockDocument['board']>;

/** Which clocks of a case are counted, by id, and as what. */
export function chooseCounted(clocks: readonly ClockDocument[]): Map<string, BoardMark> {
  const open = clocks.filter(({ state }) => state === 'running' || state === 'paused');
  const chosen = new Map<string, BoardMark>();
  const mark = (clock: ClockDocument, group: ClockGroup) =>
    chosen.set(clock._id, `${group}.${clock.state === 'paused' ? 'paused' : 'running'}`);
  for (const group of ['case', 'dispatch'] as const) {
    const of = (kind: ClockKind) =>
      open
        .filter((clock) => clock.kind === kind)
        .sort((one, other) => other.startAt.getTime() - one.startAt.getTime())[0];
    const kind = oneACase[group].find((wanted) => of(wanted) !== undefined);
    const clock = kind === undefined ? undefined : of(kind);
    if (clock !== undefined) mark(clock, group);
  }
  for (const clock of open) if (clock.kind === 'publication') mark(clock, 'publication');
  return chosen;
}

const minuteOf = (instant: Date) => Math.floor(instant.getTime() / 60_000);

/** What a clock that is counted adds to the figures (`n` 1) or takes from them (−1); nothing for any other. */
export function openLines(
  clocks: readonly Pick<ClockDocument, 'board' | 'departmentId' | 'packCode' | 'yellowAt' | 'dueAt'>[],
  n: 1 | -1,
): OpenLine[] {
  return clocks.flatMap((clock) => {
    if (clock.board === undefined) return [];
    const [group, state] = clock.board.split('.') as [ClockGroup, OpenLine['state']];
    const due = minuteOf(clock.dueAt);
    // Red from the minute after it is due, whatever was planned for yellow (`lightOfSummary`).
    const yellow =
      clock.yellowAt == null ? due + 1 : Math.min(due + 1, Math.ceil(clock.yellowAt.getTime() / 60_000));
    const { departmentId, packCode = '' } = clock;
    return [{ kind: 'open', group, departmentId, packCode, state, yellow, due, n }];
  });
}

/** The days of a case that are counted: received, accepted, decided. */
export function dayLines(
  subject: Pick<CaseDocument, 'departmentId' | 'packCode' | 'receivedAt' | 'acceptedAt' | 'decision'>,
  n: 1 | -1,
): DayLine[] {
  const { departmentId, packCode, receivedAt, acceptedAt, decision } = subject;
  const line = (at: Date, figure: DayLine['figure']): DayLine => ({
    kind: 'day',
    departmentId,
    packCode,
    day: shanghaiDay(at),
    figure,
    n,
    measured: 0,
    workdays: 0,
  });
  const lines: DayLine[] = [];
  if (receivedAt != null) lines.push(line(receivedAt, 'received'));
  if (acceptedAt != null) lines.push(line(acceptedAt, 'accepted'));
  if (decision != null) {
    const decided = line(decision.at, decision.onTime ? 'onTime' : 'late');
    if (decision.workdays !== undefined) {
      decided.measured = n;
      decided.workdays = n * decision.workdays;
    }
    lines.push(decided);
  }
  return lines;
}

/** Adds up what says the same, and leaves out what is taken away and added again. */
export function sumUp(lines: readonly BoardLine[]): BoardLine[] {
  const sums = new Map<string, BoardLine>();
  for (const line of lines) {
    const key = JSON.stringify({ ...line, n: 0, measured: 0, workdays: 0 });
    const sum = sums.get(key);
    if (sum === undefined) {
      sums.set(key, { ...line });
      continue;
    }
    sum.n += line.n;
    if (sum.kind !== 'day' || line.kind !== 'day') continue;
    sum.measured += line.measured;
    sum.workdays += line.workdays;
  }
  return [...sums.values()].filter(
    (line) => line.n !== 0 || (line.kind === 'day' && (line.measured !== 0 || line.workdays !== 0)),
  );
}
