import { aside } from '../i18n/punctuate.ts';
import type { Locale } from '../model/packFiles.ts';
import { titleOfForm } from '../outline/titleOfForm.ts';

/** Title of a form with its path; the path alone where it cannot be read. */
export function formTitle(text: string, path: string, locale: Locale): string {
  const title = titleOfForm(path, text, locale);
  return title === path ? path : aside(locale, title, path);
}
