import { type InstanceState, isEngineError } from '@onewindow/engine';
import type { AppContext } from '../app/appContext.ts';
import { inLanes } from '../app/inLanes.ts';
import type { CaseDocument } from '../cases/model.ts';
import { refreshCase } from './refreshCase.ts';

/** Instances that the engine is asked for at once. */
const together = 50;
/** Cases recorded side by side; a case is recorded by one of them only. */
const lanes = 4;

/**
 * Brings these cases in line with the engine, as read a moment ago: many are asked for in one request, then each is
 * recorded by itself. One that fails is logged and left to the reconciler. Throws EngineError when the engine is away.
 */
export async function recordChanged(app: AppContext, cases: readonly CaseDocument[]): Promise<void> {
  for (let from = 0; from < cases.length; from += together) {
    const some = cases.slice(from, from + together);
    const states = await app.engine.readStates(some.flatMap(({ engine }) => engine.processInstanceId ?? []));
    const stateOf = new Map(states?.map((state) => [state.id, state]));
    await inLanes(some, lanes, (known) =>
      record(app, known, stateOf.get(known.engine.processInstanceId ?? '')),
    );
  }
}

async function record(app: AppContext, known: CaseDocument, state?: InstanceState): Promise<void> {
  const processInstanceId = known.engine.processInstanceId ?? '';
  try {
    await refreshCase({
      app,
      caseId: known._id,
      processInstanceId,
      actorName: 'historySync',
      ...(state === undefined
        ? {}
        : {
            reading: {
              known,
              state: { processInstanceId, ended: state.ended, tasks: state.tasks },
              changed: false,
            },
          }),
    });
  } catch (error) {
    if (isEngineError(error, 'engineAway')) throw error;
    app.log.error({ caseId: known._id, err: error }, 'history sync could not bring a case in line');
  }
}
