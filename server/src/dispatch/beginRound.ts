import type { Limit } from '@onewindow/clocks';
import { startClock } from '../clocks/startClock.ts';
import { openFinding } from '../supervision/openFinding.ts';
import { type ActContext, writeFile } from './actContext.ts';
import type { DispatchCount } from './dispatchState.ts';
import { limitsOfFile } from './limitsOfFile.ts';

/**
 * The next round of disposal at the same unit, its clock anew. More rounds than the pack allows are a finding for the
 * supervisor.
 */
export async function beginRound(
  context: ActContext,
  options: { counted: DispatchCount; limit?: Limit | undefined },
): Promise<void> {
  const { app, change, dispatch, file } = context;
  const round = file.round + 1;
  const { finishedAt: _finished, ...rest } = file;
  context.file = rest;
  writeFile(context, {
    round,
    counts: { ...file.counts, [options.counted]: file.counts[options.counted] + 1 },
  });
  await startClock({
    app,
    change,
    kind: 'disposal',
    limit: options.limit ?? limitsOfFile(dispatch, file).disposal,
    startAt: change.now,
    departmentId: file.unit ?? change.subject.departmentId,
  });
  if (dispatch.maximumRounds === undefined || round <= dispatch.maximumRounds) return;
  await openFinding(app, change, {
    effectKey: `${change.subject._id}:rounds:${round}`,
    kind: 'roundsExceeded',
    departmentId: file.unit ?? change.subject.departmentId,
    dueAt: change.now,
    details: { round, maximum: dispatch.maximumRounds },
  });
  change.event('roundsExceeded', { round });
}
