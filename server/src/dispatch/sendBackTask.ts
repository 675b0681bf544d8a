import { stopClocks } from '../clocks/startCaseClocks.ts';
import { type ActContext, type ActVariables, writeFile } from './actContext.ts';
import { dispatchRefused } from './dispatchRefused.ts';
import { requireUnsettled } from './disputeOwner.ts';

/**
 * 退单: back to the dispatcher, counted. The clock of disposal goes on. Under 首接负责 whoever has taken it cannot send it
 * back, nor does anybody once a dispute was settled. Throws AppError `dispatchRefused`.
 */
export async function sendBackTask(context: ActContext): Promise<ActVariables> {
  const { app, change, dispatch, departmentId, file } = context;
  if (dispatch.firstResponsible && file.firstUnit === departmentId)
    throw dispatchRefused(
      '首接负责：已经接单，由本单位负责到底',
      'the first to take it stays responsible to the end',
    );
  requireUnsettled(context);
  await stopClocks({ app, change, kinds: ['response'] });
  const { unit: _unit, ...rest } = file;
  context.file = rest;
  writeFile(context, { counts: { ...file.counts, sendBack: file.counts.sendBack + 1 } });
  change.event('dispatchSentBack', { department: departmentId, times: file.counts.sendBack + 1 });
  return {};
}
