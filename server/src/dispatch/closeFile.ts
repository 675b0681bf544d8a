import { endClocks, stopClocks } from '../clocks/startCaseClocks.ts';
import { type ActContext, type ActVariables, textAt, writeFile } from './actContext.ts';
import { recordEvaluation } from './recordEvaluation.ts';
import { tellReporters } from './tellReporters.ts';

/** 结案: the standard of closing is met. */
export async function closeFile(context: ActContext): Promise<ActVariables> {
  await endFile(context, 'closed', textAt(context, 'reasonFrom'));
  return {};
}

/** 作废: no case file after all; its clocks end without an outcome. */
export async function voidFile(context: ActContext): Promise<ActVariables> {
  await endFile(context, 'void', textAt(context, 'reasonFrom'));
  return {};
}

/** Ends the case file, for good: no duplicate is looked for among it any more, and it is evaluated (综合评价). */
export async function endFile(context: ActContext, kind: 'closed' | 'void', reason: string): Promise<void> {
  const { app, change, actor } = context;
  if (kind === 'void') await endClocks({ app, change, because: 'voided' });
  else await stopClocks({ app, change, kinds: ['response', 'disposal', 'callBack'] });
  const { openKey: _closed, request: _request, ...rest } = context.file;
  context.file = rest;
  writeFile(context, { stage: 'evaluate', end: { kind, at: change.now, by: actor.name, reason } });
  change.event(kind === 'void' ? 'fileVoided' : 'fileClosed', { round: rest.round });
  await recordEvaluation(context);
  await tellReporters({ app, change, notice: kind === 'void' ? 'reportVoid' : 'reportClosed' });
}
