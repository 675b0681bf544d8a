import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const folder = fileURLToPath(new URL('../../../out/screenshots/', import.meta.url));

/** Keeps a picture of what is on the screen (or of the whole page) as `out/screenshots/<name>.png`. */
export async function keepPicture(page: Page, name: string, full = false): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}${name}.png`, fullPage: full, animations: 'disabled' });
}
