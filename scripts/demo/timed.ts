/** Runs one step and prints its line: duration in milliseconds, name. Throws with the step's name in front. */
export async function timed<T>(name: string, step: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    const result = await step();
    process.stdout.write(`${String(Math.round(performance.now() - start)).padStart(6)} ms  ✓ ${name}\n`);
    return result;
  } catch (error) {
    process.stdout.write(`${String(Math.round(performance.now() - start)).padStart(6)} ms  ✗ ${name}\n`);
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Throws when they differ. */
export function expectEqual(found: unknown, wanted: unknown, what: string): void {
  if (found !== wanted) throw new Error(`${what}: expected ${String(wanted)}, found ${String(found)}`);
}

export function expectTrue(holds: boolean, what: string): void {
  if (!holds) throw new Error(`does not hold: ${what}`);
}
