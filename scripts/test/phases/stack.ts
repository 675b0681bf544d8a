import { findSpecs } from '../findSpecs.ts';
import { onceMore } from '../onceMore.ts';
import { noResult, type Phase } from '../phase.ts';
import { runSpecs } from '../runSpecs.ts';
import { withTestStack } from '../withTestStack.ts';

/**
 * Specs against the real engine and the real store, both booted once. Three processes take them, so that no core is idle
 * while one waits, each server with a tenant and a database of its own.
 */
export const stackPhase: Phase = {
  title: 'specs on the real engine and store',
  run: async ({ only }) => {
    const files = findSpecs('stack', only);
    if (files.length === 0) return noResult;
    const play = (some: readonly string[]) =>
      withTestStack(['store', 'engine'], (stack) =>
        runSpecs({
          files: [...some].sort((one, other) => weight(other) - weight(one)),
          concurrency: 3,
          together: 10,
          limit: 2_400_000,
          env: { ...stack.settings },
        }),
      );
    return onceMore(files, play);
  },
};

/** One file plays the scenarios of every pack and takes as long as all the others: it begins first. */
function weight(file: string): number {
  return file.includes('packScenarios') ? 1 : 0;
}
