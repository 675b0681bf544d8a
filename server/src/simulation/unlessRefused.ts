import { AppError } from '../errors/appError.ts';
import { failure } from '../rehearsal/failure.ts';
import { type Run, ScenarioOver } from '../rehearsal/run.ts';

/** Does what calls a use case itself, which refuses with AppError where the API answers a problem. Throws ScenarioOver then, with the refusal noted. */
export async function unlessRefused<T>(run: Run, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    run.fail([], failure('refusedUnexpectedly', { code: error.code, detail: error.message, errors: '' }));
    throw new ScenarioOver();
  }
}
