import type { LibraryTask, TaskService } from 'camunda-external-task-client-js';

export type KeptLock = {
  isLost: () => boolean;
  /** Stops extending and waits for an extension on its way, which would collide with the report of the outcome. */
  release(): Promise<void>;
};

/** Extends a task's lock at half its time until released or lost; `onLost` is called once. */
export function keepLock(
  { task, taskService }: { task: LibraryTask; taskService: TaskService },
  lockDurationMs: number,
  onLost: (error: unknown) => void,
): KeptLock {
  let lost = false;
  let onItsWay = Promise.resolve();
  const timer = setInterval(() => {
    onItsWay = taskService.extendLock(task, lockDurationMs).catch((error: unknown) => {
      // the engine says 400 or 404 to who no longer holds the lock; no answer at all is no proof of that
      if (lost || !isRefusal(error)) return;
      lost = true;
      onLost(error);
    });
  }, lockDurationMs / 2);
  return {
    isLost: () => lost,
    release() {
      clearInterval(timer);
      return onItsWay;
    },
  };
}

/** Whether the engine has answered that this worker may not do this (any more): trying again is no use. */
export function isRefusal(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'httpStatusCode' in error &&
    (error.httpStatusCode === 400 || error.httpStatusCode === 404)
  );
}
