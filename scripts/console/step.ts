/** Marks a step that had nothing to do. */
export const UP_TO_DATE = Symbol('up to date');

/** Runs one step, printing its title when it begins and its duration when it ends. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const live = process.stdout.isTTY === true;
  process.stdout.write(live ? `  … ${title}` : `  … ${title}\n`);
  const finish = (mark: string, note: string) => {
    process.stdout.write(`${live ? '\r\u001b[2K' : ''}  ${mark} ${title}  ${note}\n`);
  };
  try {
    const result = await work();
    finish(
      '✔',
      (result as unknown) === UP_TO_DATE ? 'up to date' : formatDuration(performance.now() - began),
    );
    return result;
  } catch (failure) {
    finish('✘', formatDuration(performance.now() - began));
    throw failure;
  }
}

/** `milliseconds` as people read it: `0.4 s`, `12.0 s`, `3 min 05 s`. */
export function formatDuration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 100) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${String(Math.round(seconds % 60)).padStart(2, '0')} s`;
}
