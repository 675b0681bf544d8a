import { startClock } from '../clocks/startClock.ts';
import { type ActContext, type ActVariables, writeFile } from './actContext.ts';
import { categoryOf } from './categoryOf.ts';
import { levelOf } from './levelOf.ts';
import { limitsOfFile } from './limitsOfFile.ts';

/**
 * 派遣: response and disposal start now. After 退单 the clock of disposal has gone on (wrong routing, clocks.md); only the
 * response is asked of the next unit anew. Which unit it is shows with its task (noteDispatchTask).
 */
export async function assignFile(context: ActContext): Promise<ActVariables> {
  const { app, change, dispatch } = context;
  const level = await levelOf(context);
  writeFile(context, { assignedAt: change.now, ...(level === undefined ? {} : { level }) });
  const { file } = context;
  const limits = limitsOfFile(dispatch, file);
  const { category, subcategory } = categoryOf(dispatch, file.subcategory ?? file.category);
  const departmentId = subcategory?.department ?? category?.department ?? change.subject.departmentId;
  const common = { app, change, startAt: change.now, departmentId };
  await startClock({ ...common, kind: 'response', limit: limits.response });
  const running = (await change.clocks.all()).some(
    (clock) => clock.kind === 'disposal' && (clock.state === 'running' || clock.state === 'paused'),
  );
  if (!running) await startClock({ ...common, kind: 'disposal', limit: limits.disposal });
  change.event('dispatched', { round: file.round });
  return {};
}
