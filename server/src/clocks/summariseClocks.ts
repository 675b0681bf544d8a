import { type Calendar, lightOf } from '@onewindow/clocks';
import type { ClockSummary } from '../cases/model.ts';
import { clockInputOf } from './clockInputOf.ts';
import type { ClockDocument, ClockKind } from './model.ts';

/** Which clock people look at, most telling first. Clocks of other kinds never show on the case. */
const order: readonly ClockKind[] = [
  'promised',
  'statutory',
  'acceptance',
  'delivery',
  'correction',
  'verification',
];

/** A task without any clock sorts last. */
export const farFuture = new Date('9999-12-31T00:00:00Z');

/** Whether a change of this kind of clock can change what the case shows. */
export function showsOnCase(kind: ClockKind): boolean {
  return order.includes(kind);
}

/** The clock of a case that matters now, or undefined when none of them shows. */
export function summariseClocks(
  clocks: readonly ClockDocument[],
  calendar: Calendar,
  now: Date,
): ClockSummary | undefined {
  const main = clocks.filter((clock) => showsOnCase(clock.kind));
  const open = main.filter((clock) => clock.state === 'running' || clock.state === 'paused');
  const shown = pick(open) ?? pick(main.filter((clock) => clock.kind !== 'acceptance')) ?? pick(main);
  if (shown === undefined) return undefined;
  const state =
    shown.state === 'stopped'
      ? lightOf(clockInputOf(shown), calendar, now).light === 'doneLate'
        ? 'doneLate'
        : 'doneOnTime'
      : shown.state;
  return { kind: shown.kind, dueAt: shown.dueAt, yellowAt: shown.yellowAt ?? null, state };
}

function pick(clocks: readonly ClockDocument[]): ClockDocument | undefined {
  for (const kind of order) {
    const found = clocks
      .filter((clock) => clock.kind === kind)
      .sort((a, b) => b.startAt.getTime() - a.startAt.getTime())[0];
    if (found !== undefined) return found;
  }
  return undefined;
}
