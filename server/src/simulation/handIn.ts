import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import { findActor } from '../identity/findActor.ts';
import { attachMaterial } from '../intake/attachMaterial.ts';
import { clerkOf } from '../rehearsal/intakeActs.ts';
import type { Run } from '../rehearsal/run.ts';
import { asUpload, type SampleFile } from '../rehearsal/sampleFiles.ts';
import { unlessRefused } from './unlessRefused.ts';

/**
 * Files handed in at a window by the use case itself: four a case, they are most of the requests of a simulation. Throws
 * ScenarioOver when one is refused.
 */
export function handInOf(
  app: AppContext,
): (run: Run, materialKey: string, file: SampleFile) => Promise<void> {
  const clerks = new Map<string, Promise<Actor | undefined>>();
  return async (run, materialKey, file) => {
    await clerkOf(run);
    const id = run.stage.people.idOf(run.window, 'clerk', run.clerk) ?? '';
    const reading = clerks.get(id) ?? findActor(app, id);
    clerks.set(id, reading);
    const actor = await reading;
    if (actor === undefined) throw new Error(`the clerk of ${run.window} has no account`);
    await unlessRefused(run, () =>
      attachMaterial({ app, actor, caseId: run.caseId ?? '', materialKey, file: asUpload(file) }),
    );
  };
}
