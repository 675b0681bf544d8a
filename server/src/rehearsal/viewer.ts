import type { ApiClient } from '../client/apiClient.ts';
import { clerkOf } from './intakeActs.ts';
import { officeOf } from './reportActs.ts';
import type { Run } from './run.ts';

/** Somebody who may look at everything of the case: the clerk of its window, for a case file the operator of its office. */
export function viewerOf(run: Run): Promise<ApiClient> {
  return run.loaded.pack.dispatch === undefined
    ? clerkOf(run)
    : run.stage.people.of(officeOf(run), 'operator');
}
