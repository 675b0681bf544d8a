import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { stopClocks } from '../clocks/startCaseClocks.ts';
import { hearingOf } from './hearingOf.ts';

/** The timer of the process ended the wait: nobody asked for a hearing within the time told. */
export async function lapseRequest(options: {
  app: AppContext;
  change: CaseChange;
  loaded: LoadedPack;
  /** Step of the task that vanished. */
  step: string;
}): Promise<void> {
  const { change, loaded, step } = options;
  if (hearingOf(loaded)?.course.requestStep !== step) return;
  await stopClocks({ ...options, kinds: ['hearingRequest'] });
  change.event('hearingNotRequested', {});
}
