import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { tabTo } from './reachByKeyboard.ts';

/**
 * Types a day (YYYY-MM-DD), or a day and a time (YYYY-MM-DDTHH:MM, before noon), into the browser's own date field. Its parts
 * stand in the order of the browser's language, which the page cannot choose: year first, or month first.
 */
export async function writeDay(page: Page, field: Locator, value: string): Promise<void> {
  const [, year = '', month = '', day = '', time = ''] =
    /^(\d{4})-(\d\d)-(\d\d)(?:T(.+))?$/.exec(value) ?? [];
  const clock = time.replace(':', '');
  await tabTo(page, field);
  for (const digits of [
    `${year}${month}${day}${clock}`,
    `${month}${day}${year}${clock}${clock === '' ? '' : 'A'}`,
  ]) {
    for (let back = 0; back < 8; back += 1) await page.keyboard.press('ArrowLeft');
    await page.keyboard.type(digits);
    if ((await field.inputValue()) === value) return;
  }
  assert.fail(`the field keeps ${await field.inputValue()} for ${value}`);
}
