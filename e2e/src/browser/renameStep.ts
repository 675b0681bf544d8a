import type { Page } from 'playwright-core';
import { press, writeInto } from './reachByKeyboard.ts';

/** Names a step of the flow by keys: chosen in the outline, written into its properties. */
export async function renameStep(page: Page, step: RegExp, name: string): Promise<void> {
  await writeName(page, step, name);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: '元素清单' }).getByRole('button', { name }).first().waitFor();
}

/** As `renameStep`, up to the key that ends the writing. */
export async function writeName(page: Page, step: RegExp, name: string): Promise<void> {
  const outline = page.getByRole('navigation', { name: '元素清单' });
  await press(page, outline.getByRole('button', { name: step }), { most: 150 });
  const panel = page.getByRole('region', { name: '属性' });
  await writeInto(page, panel.getByRole('textbox', { name: '名称', exact: true }), name);
}

/** The check of what is on the screen, which also saves it, is done. */
export async function checked(page: Page): Promise<void> {
  const findings = page.getByRole('region', { name: '检查结果' });
  await findings.getByRole('status').filter({ hasNotText: '正在检查' }).waitFor();
}
