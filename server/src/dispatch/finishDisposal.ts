import { stopClocks } from '../clocks/startCaseClocks.ts';
import { startClock } from '../clocks/startClock.ts';
import { type ActContext, type ActVariables, writeFile } from './actContext.ts';

/** 处置完毕: the clocks of response and disposal stop; where people are called back, that clock starts. */
export async function finishDisposal(context: ActContext): Promise<ActVariables> {
  const { app, change, dispatch } = context;
  await stopClocks({ app, change, kinds: ['response', 'disposal'] });
  writeFile(context, { finishedAt: change.now });
  await startClock({
    app,
    change,
    kind: 'callBack',
    limit: dispatch.callBack?.within,
    startAt: change.now,
    departmentId: change.subject.departmentId,
  });
  change.event('disposed', { round: context.file.round });
  return {};
}
