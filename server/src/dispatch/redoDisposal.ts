import type { ActContext, ActVariables } from './actContext.ts';
import { beginRound } from './beginRound.ts';

/** 返工: what was done does not meet the standard; a new round, the clock of disposal anew. */
export async function redoDisposal(context: ActContext): Promise<ActVariables> {
  const rule = context.dispatch.actions.find((entry) => entry.kind === 'redo');
  await beginRound(context, { counted: 'redo', limit: rule?.limit });
  context.change.event('redone', { round: context.file.round });
  return {};
}
