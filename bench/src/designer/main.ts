import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { signIn } from '../../../scripts/journey/steps.ts';
import { buildWeb } from '../../../scripts/prepare/buildWeb.ts';
import { findChromium } from '../../../scripts/prerequisites/findChromium.ts';
import { startStack } from '../../../scripts/stack/index.ts';
import type { BenchLine } from '../benchLine.ts';
import { bigFlowPack } from './bigFlow.ts';
import { bigForm } from './bigForm.ts';
import { measureBundle } from './measureBundle.ts';
import { type DrawnFlow, measureDrag, measureOpen } from './measureFlow.ts';
import { measureForm } from './measureForm.ts';
import { measureLintAndTyping } from './measureTyping.ts';
import { launch, signInOnPage } from './openDesigner.ts';

// `npm run bench:designer [-- --quick] [-- --elements 300] [-- --components 300]`: the designer in Chromium, one JSON line a measurement.
// Exit 0 whatever the figures; 1 when one could not be measured.
const { values: given } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    elements: { type: 'string' },
    components: { type: 'string' },
  },
});
const elements = Number(given.elements ?? 300);
const components = Math.ceil(Number(given.components ?? 300) / 10) * 10;
const calls = given.quick ? 3 : 10;
const packCode = 'bench-long-flow';

await buildWeb();
const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-bench-'));
const running = await startStack({
  dataDir,
  env: { RATE_LIMIT_PER_MINUTE: '100000000', LOG_LEVEL: 'warn', SEED_PACKS: 'scjg-food' },
});
try {
  const designer = await signIn(running.serverUrl, 'designer');
  await designer.post('/packs', {
    packCode,
    name: { 'zh-CN': '长流程', en: 'Long flow' },
    template: null,
  });
  const formPath = 'forms/large.json';
  const files = [...(await bigFlowPack(packCode, elements)), { path: formPath, text: bigForm(components) }];
  await designer.post(`/packs/${packCode}/versions`, { files, baseVersion: 0, note: 'bench' } as never);

  const browser = await launch(await findChromium());
  const print = (line: BenchLine) => process.stdout.write(`${JSON.stringify(line)}\n`);
  const flow: DrawnFlow = {
    address: `${running.serverUrl}/designer/${packCode}`,
    elements,
    last: `j${Math.ceil(elements / 5) - 1}`,
    step: 'decide',
  };
  const { page } = await signInOnPage(browser, running.serverUrl, 'designer');
  print(await measureOpen(page, flow, calls));
  print(await measureDrag(page, flow, calls));
  for (const line of await measureLintAndTyping(page, flow, calls)) print(line);
  const discard = async () => {
    await page.goto(`${running.serverUrl}/packs`);
    await page.waitForLoadState('networkidle');
    await page.evaluate('localStorage.clear()');
    const { draft } = await designer.get(`/packs/${packCode}`);
    if (draft !== null) await designer.delete(`/packs/${packCode}/draft`);
  };
  const form = { address: flow.address, path: formPath, components, discard };
  for (const line of await measureForm(page, form, calls)) print(line);
  print(await measureBundle(browser, running.serverUrl, flow.address));
  await browser.close();
} finally {
  await running.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
