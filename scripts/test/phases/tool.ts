import { findPoppler } from '../../prerequisites/findPoppler.ts';
import { findSpecs } from '../findSpecs.ts';
import { noResult, type Phase } from '../phase.ts';
import { prepareTools } from '../prepareTools.ts';
import { runSpecs } from '../runSpecs.ts';

/** Specs that let independent tools judge our output: pyHanko, poppler, EU DSS, dependency-cruiser, docker compose. */
export const toolPhase: Phase = {
  title: 'specs with independent tools',
  run: async ({ only, held }) => {
    const files = findSpecs('tool', only);
    if (files.length === 0) return noResult;
    await findPoppler();
    const env = await prepareTools();
    return runSpecs({ files, concurrency: 1, limit: 600_000, env, held });
  },
};
