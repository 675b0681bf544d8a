import type { Language } from '../../app/i18n.ts';
import { formatInstant } from '../../components/formats.ts';

/** A time of a rehearsal, which is written `YYYY-MM-DD HH:mm` of Shanghai, as every other time on the page is. */
export function sceneTime(at: string, language: Language): string {
  return formatInstant(`${at.replace(' ', 'T')}:00+08:00`, language);
}
