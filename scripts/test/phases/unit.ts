import { availableParallelism } from 'node:os';
import { findSpecs } from '../findSpecs.ts';
import type { Phase } from '../phase.ts';
import { runSpecs } from '../runSpecs.ts';

/** Pure unit tests: no child process, no network. */
export const unitPhase: Phase = {
  title: 'unit tests',
  run: ({ only }) =>
    runSpecs({
      files: findSpecs('unit', only),
      concurrency: availableParallelism(),
      together: 8,
      limit: 600_000,
    }),
};
