import { demoPassword } from '../../../scripts/journey/steps.ts';
import type { Visit } from './openVisit.ts';

/** Signs in on the log-in page without a mouse and waits for the person's own desk. */
export async function signInThere(visit: Visit, username: string): Promise<void> {
  const { page } = visit;
  await visit.go('/login');
  await page.getByLabel('用户名').focus();
  await page.keyboard.insertText(username);
  await page.keyboard.press('Tab');
  await page.keyboard.insertText(demoPassword);
  await page.keyboard.press('Enter');
  // On a phone the navigation is behind a button.
  await page
    .getByRole('navigation', { name: '主导航' })
    .or(page.getByRole('button', { name: '菜单' }))
    .waitFor();
  // The heading of the desk takes the focus when it has come: keys pressed before that are lost.
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}
