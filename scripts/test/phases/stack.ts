import { findSpecs } from '../findSpecs.ts';
import { noResult, type Phase } from '../phase.ts';
import { runSpecs } from '../runSpecs.ts';
import { withTestStack } from '../withTestStack.ts';

/** Specs against the real engine and the real store, both booted once; they run one after another. */
export const stackPhase: Phase = {
  title: 'specs on the real engine and store',
  run: async ({ only }) => {
    const files = findSpecs('stack', only);
    if (files.length === 0) return noResult;
    return withTestStack(['store', 'engine'], (stack) =>
      // One file plays the scenarios of every pack.
      runSpecs({ files, concurrency: 1, limit: 1_800_000, env: { ...stack.settings } }),
    );
  },
};
