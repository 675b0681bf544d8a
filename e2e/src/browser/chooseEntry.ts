import type { Locator, Page } from 'playwright-core';

/** Chooses an entry of an open menu with the arrow keys, each pressed when the one before has moved the focus. */
export async function chooseEntry(page: Page, entry: Locator): Promise<void> {
  await entry.waitFor();
  const focused = page.locator('[role="menuitem"]:focus');
  for (let presses = 0; presses < 20 && (await entry.and(focused).count()) === 0; presses += 1) {
    const before = await focused.allTextContents();
    await page.keyboard.press('ArrowDown');
    for (let looks = 0; looks < 200 && `${await focused.allTextContents()}` === `${before}`; looks += 1)
      await page.evaluate('new Promise((resolve) => requestAnimationFrame(resolve))');
  }
  await entry.and(focused).waitFor();
  await page.keyboard.press('Enter');
}
