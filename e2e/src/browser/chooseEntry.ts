import type { Locator, Page } from 'playwright-core';

/** Chooses an entry of an open menu with the arrow keys. */
export async function chooseEntry(page: Page, entry: Locator): Promise<void> {
  await entry.waitFor();
  for (let presses = 0; presses < 20; presses += 1) {
    if ((await entry.getAttribute('class'))?.includes('-active')) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}
