import type { PhaseResult } from './phase.ts';

/** So many files may fail by chance; where more do, it is no chance. */
const most = 3;

/**
 * Plays files and those that failed once more, alone on a fresh stack. Side by side on two cores a test may fail for want of
 * time; one that passes alone is no failure, but it is named as unsteady, since it has a fault of its own to be found. What
 * fails again has failed.
 */
export async function onceMore(
  files: readonly string[],
  play: (files: readonly string[]) => Promise<PhaseResult>,
): Promise<PhaseResult> {
  const first = await play(files);
  const again = [...new Set(first.failures.map(({ file }) => file))];
  const isChance =
    first.failed > 0 && first.problems.length === 0 && again.length > 0 && again.length <= most;
  // A process that ended is told by the name of what it was built from.
  if (!isChance || !again.every((file) => files.includes(file))) return first;
  console.log(`\n↻ once more, alone: ${again.join(', ')}`);
  const second = await play(again);
  if (second.failed > 0)
    return { ...first, remarks: [...first.remarks, 'played once more, alone: failed again'] };
  return {
    ...first,
    passed: first.passed + first.failed,
    failed: 0,
    failures: [],
    remarks: [
      ...first.remarks,
      ...first.failures.map(
        ({ file, name }) => `unsteady: failed beside others, passed alone: ${file}: ${name}`,
      ),
    ],
  };
}
