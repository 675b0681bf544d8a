import type { Locale } from '../model/packFiles.ts';
import { choiceLabel } from './choiceTexts.ts';

/** What an entry of a list is called: its name, else its key; undefined where it has neither. */
export function titleOf(entry: unknown, locale: Locale): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const parts = entry as Readonly<Record<string, unknown>>;
  for (const part of ['name', 'title', 'label', 'text']) {
    const text = (parts[part] as Readonly<Record<string, unknown>> | undefined)?.[locale];
    if (typeof text === 'string' && text !== '') return text;
  }
  for (const part of ['stage', 'kind']) {
    const value = parts[part];
    if (typeof value === 'string') return choiceLabel(value, part, locale);
  }
  for (const part of ['key', 'name', 'item', 'external', 'to', 'level']) {
    const value = parts[part];
    if (typeof value === 'string') return value;
  }
  return undefined;
}
