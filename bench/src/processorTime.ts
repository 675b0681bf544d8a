import { readFileSync } from 'node:fs';
import type { Stack } from '../../scripts/stack/index.ts';

const ticksASecond = 100;
const parts = ['server', 'engine', 'store'] as const;

/** Milliseconds of processor time by part of the stack, children included, since each was started. Linux only: else empty. */
export function readProcessorTime(stack: Pick<Stack, 'pid'>): Record<string, number> {
  const times: Record<string, number> = {};
  for (const part of parts) {
    const pid = stack.pid(part);
    if (pid === undefined) continue;
    const all = familyOf(pid).map(timeOf);
    if (all.some((time) => time !== undefined)) {
      times[part] = all.reduce<number>((sum, time) => sum + (time ?? 0), 0);
    }
  }
  return times;
}

/** What each part has used between two readings, a unit of work. */
export function usedBetween(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
  units: number,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(after).map(([part, time]) => [
      part,
      Math.round(((time - (before[part] ?? 0)) / units) * 10) / 10,
    ]),
  );
}

function timeOf(pid: number): number | undefined {
  try {
    // Fields 14 and 15 of proc(5)'s stat: user and system time in clock ticks; the name before them may hold spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksASecond;
  } catch {
    return undefined;
  }
}

function familyOf(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return [pid, ...children.split(' ').filter(Boolean).map(Number).flatMap(familyOf)];
  } catch {
    return [pid];
  }
}
