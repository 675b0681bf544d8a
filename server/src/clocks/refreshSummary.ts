import type { CaseChange } from '../cases/changeCase.ts';
import type { ClockKind } from './model.ts';
import { showsOnCase } from './summariseClocks.ts';

export { farFuture } from './summariseClocks.ts';

/** Brings what the case shows in line after clocks of these kinds changed; its open tasks follow when it is saved. */
export async function refreshSummary(change: CaseChange, kinds: readonly ClockKind[]): Promise<void> {
  if (kinds.some(showsOnCase)) await change.clocks.summarise(change.now);
}
