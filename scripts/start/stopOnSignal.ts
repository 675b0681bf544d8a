/** What the first Ctrl-C, SIGTERM or SIGHUP does; the second one ends the process at once (the guardian then stops the children). */
export interface SignalStop {
  /** Whether a signal came before there was something to stop. */
  requested(): boolean;
  stopWith(stop: () => Promise<void>): void;
}

export function stopOnSignal(): SignalStop {
  let requested = false;
  let stop: (() => Promise<void>) | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    if (requested) process.exit(130);
    requested = true;
    // While the first preparation runs there is nothing of ours to stop in order; the guardian takes what had started.
    if (stop === undefined) {
      console.log('\nStopped while starting.');
      process.exit(130);
    }
    stop().then(
      () => process.exit(signal === 'SIGINT' ? 130 : 0),
      (failure: unknown) => {
        console.error(failure);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  if (process.env['npm_lifecycle_event'] !== undefined) watchParent(() => onSignal('SIGTERM'));
  return {
    requested: () => requested,
    stopWith: (given) => {
      stop = given;
    },
  };
}

/**
 * npm runs us through a shell that does not pass SIGTERM on: when that parent is gone, we were told to stop.
 * Started without npm (`nohup node scripts/start.js &`), the parent may go.
 */
function watchParent(onGone: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, 1_000);
  timer.unref();
}
