import { diffPacks, renderDiffText, summariseDiff } from '@onewindow/processes';
import { readPackArgument, sayProblem } from './readPackArgument.ts';

/** Exit codes as `diff` has them. */
const exitCodes = { same: 0, different: 1, failed: 2 } as const;

export interface PackDiffInput {
  readonly before: string;
  readonly after: string;
  readonly language: 'zh-CN' | 'en';
  /** The comparison as data instead of text. */
  readonly json: boolean;
  /** One line only. */
  readonly summary: boolean;
}

/**
 * `onewindow pack diff`: what differs between two folders of a service pack.
 * Returns the exit code: 0 nothing (formatting at most), 1 something, 2 a folder cannot be read as a pack.
 */
export async function runPackDiff(input: PackDiffInput): Promise<number> {
  const [before, after] = [await readPackArgument(input.before), await readPackArgument(input.after)];
  for (const side of [before, after]) if ('problem' in side) sayProblem(side.problem, input.language);
  if ('problem' in before || 'problem' in after) return exitCodes.failed;
  const diff = await diffPacks(before.files, after.files);
  if (input.json) process.stdout.write(`${JSON.stringify(diff, null, 2)}\n`);
  else if (input.summary) process.stdout.write(`${summariseDiff(diff)[input.language]}\n`);
  else process.stdout.write(renderDiffText(diff, input.language));
  return diff.counts.total === 0 ? exitCodes.same : exitCodes.different;
}
