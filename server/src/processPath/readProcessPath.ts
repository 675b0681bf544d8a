import { toMilliseconds } from '@onewindow/engine';
import { paintProcess } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { noProcess } from '../catalog/model.ts';
import type { Text } from '../errors/appError.ts';

/** Elements shown in the picture and table that say nothing to people when they have no name. */
const silent = new Set(['ExclusiveGateway', 'ParallelGateway', 'InclusiveGateway', 'EventBasedGateway']);

/**
 * The way of a case through the process of its version: the picture, and how every element stands with the times of its
 * stays, from the engine's history. `recorded` is false while the engine has not begun it, or no longer knows it.
 * Throws EngineError while the engine is away.
 */
export async function readProcessPath(app: AppContext, subject: CaseDocument) {
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  if (loaded.definitionId === noProcess) return { xml: null, recorded: false, elements: [], flows: [] };
  const xml = loaded.file('process.bpmn');
  const { processInstanceId, state } = subject.engine;
  const stays =
    processInstanceId === undefined ? [] : await app.engine.listHistoricActivities({ processInstanceId });
  const visits = stays.map(({ activityId, endTime, canceled }) => ({
    activityId,
    left: endTime !== null,
    canceled,
  }));
  const recorded = stays.length > 0;
  const painted = await paintProcess(xml, visits, recorded && state === 'ended');
  const { steps } = loaded.pack;
  return {
    xml,
    recorded,
    flows: painted.flows,
    elements: painted.elements.map((element) => ({
      ...element,
      name: steps[element.id]?.name ?? same(element.name),
      /** Worth a line of the table. */
      told: element.name !== '' && !silent.has(element.type),
      stays: stays
        .filter(({ activityId }) => activityId === element.id)
        .map(({ startTime, endTime }) => ({
          from: instant(startTime),
          to: endTime === null ? null : instant(endTime),
        })),
    })),
  };
}

function instant(at: string): string {
  return new Date(toMilliseconds(at)).toISOString();
}

function same(text: string): Text {
  return { 'zh-CN': text, en: text };
}
