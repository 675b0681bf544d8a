import { buildWeb } from '../../prepare/buildWeb.ts';
import { findChineseFont } from '../../prerequisites/findChineseFont.ts';
import { findChromium } from '../../prerequisites/findChromium.ts';
import { findPoppler } from '../../prerequisites/findPoppler.ts';
import { findSpecs } from '../findSpecs.ts';
import { addResults, noResult, type Phase } from '../phase.ts';
import { prepareTools } from '../prepareTools.ts';
import { queriesServed } from '../queriesServed.ts';
import { runSpecs } from '../runSpecs.ts';
import { withTestStack } from '../withTestStack.ts';

/** Journeys through the real server, in real Chromium. BASE_URL names the server, CHROMIUM the browser. */
export const e2ePhase: Phase = {
  title: 'journeys through the real server, in Chromium',
  run: async ({ only }) => {
    const files = findSpecs('e2e', only);
    if (files.length === 0) return noResult;
    const chromium = await findChromium();
    await findChineseFont();
    await findPoppler();
    const tools = await prepareTools();
    await buildWeb();
    return withTestStack(['store', 'engine', 'server'], async (stack) => {
      const journeys = await runSpecs({
        files,
        concurrency: 1,
        limit: 1_200_000,
        env: { ...stack.settings, ...tools, BASE_URL: stack.serverUrl, CHROMIUM: chromium },
      });
      return addResults(journeys, await queriesServed(stack.serverUrl));
    });
  },
};
