import { buildEngine } from '../prepare/buildEngine.ts';
import { buildWeb } from '../prepare/buildWeb.ts';
import { ENGINE_NAMES } from '../prepare/engineName.ts';
import { installStore } from '../prepare/installStore.ts';
import { findChineseFont } from '../prerequisites/findChineseFont.ts';
import { findChromium } from '../prerequisites/findChromium.ts';
import { findPoppler } from '../prerequisites/findPoppler.ts';
import { prepareTools } from './prepareTools.ts';

/**
 * What the phases need beyond packages, one after another: from cold it waits for downloads most of the time, while phases that
 * need nothing of it compute. What fails here fails again, and is told, in the phase that needs it.
 */
export async function prepareAhead(): Promise<void> {
  const steps: (() => Promise<unknown>)[] = [
    installStore,
    ...ENGINE_NAMES.map((name) => () => buildEngine(name)),
    findPoppler,
    findChineseFont,
    findChromium,
    prepareTools,
    buildWeb,
  ];
  for (const prepare of steps) await prepare().catch(() => undefined);
}
