import type { AppContext } from './appContext.ts';

/**
 * Runs `work` again and again, `pause` milliseconds after it ended; a failure is logged and tried again, with longer
 * pauses (up to 30 s) while it keeps failing. `stop` waits for the run under way.
 */
export function repeat(
  app: AppContext,
  name: string,
  pause: number,
  work: () => Promise<unknown>,
): { stop(): Promise<void> } {
  let stopped = false;
  let failures = 0;
  let wake: (() => void) | undefined;
  const run = async () => {
    while (!stopped) {
      try {
        await work();
        failures = 0;
      } catch (error) {
        failures += 1;
        if (failures === 1 || failures % 20 === 0)
          app.log.warn({ loop: name, failures, err: error }, 'background work failed');
      }
      if (stopped) return;
      const wait = failures === 0 ? pause : Math.min(30_000, pause * 2 ** Math.min(failures, 6));
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, wait).unref();
      });
    }
  };
  const running = run();
  return {
    async stop() {
      stopped = true;
      wake?.();
      await running;
    },
  };
}
