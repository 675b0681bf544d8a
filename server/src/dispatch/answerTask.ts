import { stopClocks } from '../clocks/startCaseClocks.ts';
import { type ActContext, type ActVariables, writeFile } from './actContext.ts';

/** 接单: the clock of response stops. Under 首接负责 the first unit to take it is remembered. */
export async function answerTask(context: ActContext): Promise<ActVariables> {
  const { app, change, departmentId, file } = context;
  await stopClocks({ app, change, kinds: ['response'] });
  writeFile(context, { unit: departmentId, firstUnit: file.firstUnit ?? departmentId });
  change.event('dispatchTaken', { department: departmentId });
  return {};
}
