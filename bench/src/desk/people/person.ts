import type { ApiClient } from '../../../../scripts/journey/apiClient.ts';
import type { ActionTimes } from './actionTimes.ts';

/** Somebody who works: a session of their own, and the pauses in which they read, talk and type. */
export interface Person {
  readonly client: ApiClient;
  readonly times: ActionTimes;
  /** Waits about so many seconds (half to one and a half of it), or until the day is over. */
  readonly pause: (seconds: number) => Promise<void>;
  /** 0 to 1. */
  readonly random: () => number;
}
