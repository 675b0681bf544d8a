import type { Page } from 'playwright-core';
import type { Visit } from './openVisit.ts';
import { press } from './reachByKeyboard.ts';

/** Opens the menu of acts by its key and chooses one with the arrow keys. */
export async function chooseAct(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^更多操作/ }).waitFor();
  await page.keyboard.press('Alt+KeyA');
  const focused = page.locator('[role="menuitem"]:focus');
  await focused.waitFor();
  for (let presses = 0; presses < 12; presses += 1) {
    const here = (await focused.innerText()).trim();
    if (here === name) break;
    await page.keyboard.press('ArrowDown');
    await focused.filter({ hasNotText: here }).waitFor();
  }
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
}

/** Opens the case's task from the inbox as a person does. */
export async function openTask(visit: Visit, caseNo: string, step: string): Promise<void> {
  const { page } = visit;
  await visit.go(`/inbox?caseNo=${caseNo}`);
  await press(page, page.getByRole('link', { name: caseNo }));
  await page.getByRole('heading', { name: step }).waitFor();
}
