import type { Act } from '@onewindow/processes';
import type { LoadedPack } from '../catalog/packRegistry.ts';

const halfAnHour = 1_800_000;

/**
 * When more time is asked for: as it was drawn, or, where the clock would be due by then, within half an hour and before it is.
 * Undefined where it is due already: nobody asks then.
 */
export function askInTime({ drawn, now, dueAt }: { drawn: Date; now: Date; dueAt: Date }): Date | undefined {
  if (drawn < dueAt) return drawn;
  const left = dueAt.getTime() - now.getTime();
  // A clock is told to the minute.
  return left < 120_000 ? undefined : new Date(now.getTime() + Math.min(halfAnHour, left / 2));
}

/** Whether an act asks for more time: to extend the limit of a decision 延长, or for the disposal 申请延期. */
export function asksForTime({ pack }: LoadedPack, act: { readonly act: string }): boolean {
  if (act.act === 'extend') return true;
  if (act.act !== 'complete') return false;
  const { step, outcome } = act as Extract<Act, { act: 'complete' }>;
  return (pack.steps[step]?.effects ?? []).some(
    (effect) =>
      'dispatch' in effect && effect.dispatch.act === 'askPostpone' && (effect.on?.includes(outcome) ?? true),
  );
}
