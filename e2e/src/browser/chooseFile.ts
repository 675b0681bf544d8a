import type { Locator, Page } from 'playwright-core';
import { samplePdf } from '../../../scripts/journey/foodLicense.ts';
import { press } from './reachByKeyboard.ts';

/** Presses an upload button without a mouse and hands over a small PDF of its own. */
export async function chooseFile(page: Page, button: Locator, name: string): Promise<void> {
  const opened = page.waitForEvent('filechooser');
  await press(page, button);
  const chooser = await opened;
  await chooser.setFiles({
    name: `${name}.pdf`,
    mimeType: 'application/pdf',
    buffer: Buffer.from(samplePdf(name)),
  });
}
