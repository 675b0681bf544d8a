import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { changeClocks } from '../clocks/changeClocks.ts';

/**
 * A task of a case file has appeared: the file is in its stage now. A task outside the office of the dispatch in the stage
 * of handling is the unit's: the clocks of response and disposal are counted to it.
 */
export async function noteDispatchTask(options: {
  app: AppContext;
  change: CaseChange;
  loaded: LoadedPack;
  stepKey: string;
  departmentId: string;
}): Promise<void> {
  const { app, change, departmentId } = options;
  const { dispatch } = options.loaded.pack;
  const { subject } = change;
  if (subject.dispatch === undefined || subject.dispatch.end !== undefined) return;
  const stage = dispatch?.stages.find((entry) => entry.steps.includes(options.stepKey))?.stage;
  if (stage === undefined) return;
  const ofUnit = stage === 'handle' && departmentId !== subject.departmentId;
  subject.dispatch = { ...subject.dispatch, stage, ...(ofUnit ? { unit: departmentId } : {}) };
  if (ofUnit)
    await changeClocks({
      app,
      change,
      kinds: ['response', 'disposal'],
      edit: (clock) => {
        clock.departmentId = departmentId;
      },
    });
}
