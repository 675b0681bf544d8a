import type { Page } from 'playwright-core';

/** Under which name the browser keeps what a designer has edited in a pack. */
export const keptKey = (username: string, packCode: string): string =>
  `onewindow.design.${username}.${packCode}`;

/** Puts work into the browser's memory, as if the person had edited it here before. */
export async function keepWork(
  page: Page,
  username: string,
  packCode: string,
  kept: { baseVersion: unknown; files: unknown },
): Promise<void> {
  const text = JSON.stringify({ ...kept, at: new Date().toISOString() });
  await page.evaluate(
    `localStorage.setItem(${JSON.stringify(keptKey(username, packCode))}, ${JSON.stringify(text)})`,
  );
}
