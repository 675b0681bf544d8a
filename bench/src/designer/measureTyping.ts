import type { Page } from 'playwright-core';
import { type BenchLine, benchLine, median, percentile, round } from '../benchLine.ts';
import { readFindingsTime, typeOn, watchFindings } from './inPage.ts';
import type { DrawnFlow } from './measureFlow.ts';

/**
 * A step of a long flow is renamed: from the key that takes the change over to its findings shown, and how long a key waits for its
 * frame while the check and everything else that follows a change is under way.
 */
export async function measureLintAndTyping(page: Page, flow: DrawnFlow, calls: number): Promise<BenchLine[]> {
  const findings = page.getByRole('region', { name: '检查结果' });
  const settled = findings.getByRole('status').filter({ hasNotText: '正在检查' });
  const panel = page.getByRole('region', { name: '属性' });
  const name = panel.getByRole('textbox', { name: '名称', exact: true });
  await page.locator(`[data-element-id="${flow.step}"] .djs-hit`).first().click();
  await settled.waitFor();
  const lint: number[] = [];
  const keys: number[] = [];
  for (let at = 0; at < calls; at += 1) {
    await name.fill(`改名第${at}次`);
    await page.evaluate(watchFindings);
    await page.keyboard.press('Enter');
    // Keys of somebody who types on while the change is worked on.
    keys.push(...(await page.evaluate<number[]>(typeOn({ label: '按名称查找', keys: 6, everyMs: 40 }))));
    lint.push(await page.evaluate<number>(readFindingsTime));
  }
  const line = (title: string, limit: number, times: number[]) =>
    benchLine({
      name: title,
      numerator: percentile(times, 0.95),
      denominator: limit,
      unit: 'milliseconds (p95 ÷ limit)',
      samples: { numerator: times.length, denominator: 1 },
      target: { max: 1 },
      details: { elements: flow.elements, p50: round(median(times)) },
    });
  return [line('designerLint', 300, lint), line('designerKey', 100, keys)];
}
