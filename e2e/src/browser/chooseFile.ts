import type { Locator, Page } from 'playwright-core';
import { samplePdf } from '../../../scripts/journey/foodLicense.ts';
import { press } from './reachByKeyboard.ts';

interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Presses an upload button without a mouse and hands over a file, or a small PDF of that name. */
export async function chooseFile(
  page: Page,
  button: Locator,
  file: ChosenFile | string,
  options: { most?: number } = {},
): Promise<void> {
  const opened = page.waitForEvent('filechooser');
  await press(page, button, options);
  const pdf = (name: string): ChosenFile => ({
    name: `${name}.pdf`,
    mimeType: 'application/pdf',
    buffer: Buffer.from(samplePdf(name)),
  });
  // A file of the largest size takes its time on a busy machine.
  await (await opened).setFiles(typeof file === 'string' ? pdf(file) : file, { timeout: 60_000 });
}
