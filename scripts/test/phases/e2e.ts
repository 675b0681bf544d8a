import { buildWeb } from '../../prepare/buildWeb.ts';
import { findChineseFont } from '../../prerequisites/findChineseFont.ts';
import { findChromium } from '../../prerequisites/findChromium.ts';
import { findPoppler } from '../../prerequisites/findPoppler.ts';
import { findSpecs } from '../findSpecs.ts';
import { onceMore } from '../onceMore.ts';
import { addResults, noResult, type Phase } from '../phase.ts';
import { prepareTools } from '../prepareTools.ts';
import { queriesServed } from '../queriesServed.ts';
import { runSpecs } from '../runSpecs.ts';
import { withTestStack } from '../withTestStack.ts';

/** Journeys with parts of their own. */
const isFault = (file: string) => /\/faults\//.test(file);
/**
 * Journeys that run after the faults: those that publish packs of their own (what they put into lists would surprise who
 * looks at the lists first).
 */
const isLater = (file: string) => /\/browser\/(demonstration|designer|pack|migration)/.test(file);

/** Who waits for a list waits for the sweep that makes it. */
const oftenSwept = { env: { SWEEP_SECONDS: '5' } };

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
    const play = (some: readonly string[]) =>
      withTestStack(
        ['store', 'engine', 'server'],
        async (stack) => {
          const env = { ...stack.settings, ...tools, BASE_URL: stack.serverUrl, CHROMIUM: chromium };
          const oneByOne = (keep: (file: string) => boolean) =>
            runSpecs({ files: some.filter(keep), concurrency: 1, limit: 1_200_000, env });
          const faultsThenLater = async () => addResults(await oneByOne(isFault), await oneByOne(isLater));
          // A journey waits more than it works: two at a time take two thirds of the time.
          const [beside, others] = await Promise.all([
            faultsThenLater(),
            oneByOne((file) => !isFault(file) && !isLater(file)),
          ]);
          return addResults(addResults(beside, others), await queriesServed(stack.serverUrl));
        },
        oftenSwept,
      );
    return onceMore(files, play);
  },
};
