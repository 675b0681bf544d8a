import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { findActor } from '../identity/findActor.ts';
import { attachMaterial } from '../intake/attachMaterial.ts';
import { failure } from '../rehearsal/failure.ts';
import { clerkOf } from '../rehearsal/intakeActs.ts';
import { type Run, ScenarioOver } from '../rehearsal/run.ts';
import type { SampleFile } from '../rehearsal/sampleFiles.ts';

/**
 * Files handed in at a window by the use case itself: four a case, they are most of the requests of a simulation. Throws
 * ScenarioOver when one is refused.
 */
export function handInOf(
  app: AppContext,
): (run: Run, materialKey: string, file: SampleFile) => Promise<void> {
  const clerks = new Map<string, Promise<Actor | undefined>>();
  return async (run, materialKey, { name, bytes, type }) => {
    await clerkOf(run);
    const id = run.stage.people.idOf(run.window, 'clerk', run.clerk) ?? '';
    const reading = clerks.get(id) ?? findActor(app, id);
    clerks.set(id, reading);
    const actor = await reading;
    if (actor === undefined) throw new Error(`the clerk of ${run.window} has no account`);
    const file = { name, bytes: Buffer.from(bytes), mediaType: type };
    try {
      await attachMaterial({ app, actor, caseId: run.caseId ?? '', materialKey, file });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      run.fail([], failure('refusedUnexpectedly', { code: error.code, detail: error.message, errors: '' }));
      throw new ScenarioOver();
    }
  };
}
