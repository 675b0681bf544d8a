import type { Locale } from '../model/packFiles.ts';

/** Words one behind the other: 甲、乙 — a, b. */
export function listed(words: readonly string[], locale: Locale): string {
  return words.join(locale === 'en' ? ', ' : '、');
}

/** What something is, and what there is to say of it: 甲：乙 — a: b. */
export function said(about: string, what: string, locale: Locale): string {
  return about + (locale === 'en' ? ': ' : '：') + what;
}
