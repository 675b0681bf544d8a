import { aside } from '../i18n/punctuate.ts';
import type { Locale } from '../model/packFiles.ts';

/** Title of a form with its path; the path alone where it cannot be read. */
export function formTitle(text: string, path: string, locale: Locale): string {
  try {
    const title = (JSON.parse(text) as { title?: unknown }).title;
    return typeof title === 'string' && title !== '' ? aside(locale, title, path) : path;
  } catch {
    return path;
  }
}
