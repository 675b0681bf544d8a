import { toMilliseconds } from '@onewindow/engine';
import { paintProcess } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { noProcess } from '../catalog/model.ts';
import { stepTimes } from './stepTimes.ts';
import { waitingSteps } from './waitingSteps.ts';

/** So many of the latest stays tell how long steps take. */
const stayLimit = 2_000;

/**
 * How a version of a pack runs: at each element how many cases stand and have passed, how long they stayed, what waits over
 * its time, what stands still. Times are of the latest `stayLimit` stays, in the engine's calendar time. A version without a
 * process (external and mirrored items) has no picture.
 * Throws AppError `itemUnknown`; EngineError while the engine is away.
 */
export async function readLiveView(app: AppContext, packCode: string, version: number) {
  const loaded = await app.packs.version(packCode, version);
  const { definitionId } = loaded;
  const at = app.time.now().toISOString();
  if (definitionId === noProcess) return { version, at, xml: null, stayLimit, elements: [] };
  const xml = loaded.file('process.bpmn');
  const [counts, finished, { elements }] = await Promise.all([
    app.engine.countActivities(definitionId),
    app.engine.listFinishedActivities({ processDefinitionId: definitionId }, { maxResults: stayLimit }),
    paintProcess(xml, [], false),
  ]);
  const times = stepTimes(
    finished
      .filter(({ canceled, endTime }) => !canceled && endTime !== null)
      .map(({ activityId, startTime, endTime }) => ({
        elementId: activityId,
        milliseconds: toMilliseconds(endTime ?? startTime) - toMilliseconds(startTime),
      })),
  );
  const waiting = await waitingSteps(app, packCode);
  const countOf = new Map(counts.map((count) => [count.id, count]));
  const { steps } = loaded.pack;
  return {
    version,
    at,
    xml,
    stayLimit,
    elements: elements
      .filter(({ id, name }) => name !== '' || countOf.has(id))
      .map(({ id, name, type }) => ({
        id,
        type,
        name: steps[id]?.name ?? { 'zh-CN': name, en: name },
        step: id in steps,
        running: countOf.get(id)?.instances ?? 0,
        finished: (countOf.get(id)?.finished ?? 0) - (countOf.get(id)?.canceled ?? 0),
        canceled: countOf.get(id)?.canceled ?? 0,
        incidents: countOf.get(id)?.openIncidents ?? 0,
        times: times.get(id) ?? null,
        waiting: waiting.get(id) ?? null,
      })),
  };
}
