import type { Page } from 'playwright-core';
import { type BenchLine, benchLine, median, percentile, round } from '../benchLine.ts';
import { addField } from './inPage.ts';

/** The long form of a pack in the designer. */
export interface LongForm {
  readonly address: string;
  readonly path: string;
  readonly components: number;
  /** Drops what was edited before: a pack with a draft asks first what is gone on from. */
  readonly discard: () => Promise<void>;
}

/**
 * The builder of a long form: opened from the open flow (with the files that come with it, from the browser's cache) until
 * all fields are listed and the preview is drawn; a field added until it is listed; the canvas until all is on it.
 */
export async function measureForm(page: Page, form: LongForm, calls: number): Promise<BenchLine[]> {
  const [open, add, canvas]: [number[], number[], number[]] = [[], [], []];
  const fields = page.locator('.owd-fields li');
  const settled = page
    .getByRole('region', { name: '检查结果' })
    .getByRole('status')
    .filter({ hasNotText: '正在检查' });
  for (let at = 0; at < calls; at += 1) {
    await form.discard();
    await page.goto(form.address);
    await settled.waitFor();
    let began = performance.now();
    await page.getByRole('tab', { name: /^表单/ }).click();
    await page.locator('.owd-formhead select').selectOption(form.path);
    await fields.nth(form.components - 1).waitFor();
    await page.locator('.owd-live .formio-component-textfield').first().waitFor();
    open.push(performance.now() - began);
    await page.getByRole('button', { name: '添加字段' }).click();
    await page.locator('.owd-kinds button').first().waitFor();
    add.push(await page.evaluate<number>(addField));
    began = performance.now();
    await page.locator('.owd-formwork > .ant-segmented').getByText('表单画布', { exact: true }).click();
    await page
      .locator('.formarea .builder-component')
      .nth(form.components - 1)
      .waitFor({ state: 'attached' });
    canvas.push(performance.now() - began);
  }
  const line = (name: string, limit: number, times: number[]) =>
    benchLine({
      name,
      numerator: percentile(times, 0.95),
      denominator: limit,
      unit: 'milliseconds (p95 ÷ limit)',
      samples: { numerator: times.length, denominator: 1 },
      target: { max: 1 },
      details: { components: form.components, p50: round(median(times)) },
    });
  return [
    line('formBuilderOpen', 3000, open),
    line('formBuilderAdd', 300, add),
    line('formCanvasOpen', 3000, canvas),
  ];
}
