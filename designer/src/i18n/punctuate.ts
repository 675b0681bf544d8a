import type { Locale } from '../model/packFiles.ts';

/** What a label is about: 删除：审查, “Remove: review”. */
export function sayAbout(locale: Locale, what: string, whom: string): string {
  return locale === 'en' ? `${what}: ${whom}` : `${what}：${whom}`;
}

/** With a remark in brackets: 名称（中文）, “Name (Chinese)”. */
export function aside(locale: Locale, what: string, remark: string | number): string {
  return locale === 'en' ? `${what} (${remark})` : `${what}（${remark}）`;
}

/** Sentences in one line. */
export function inOneLine(locale: Locale, sentences: readonly string[]): string {
  return sentences.join(locale === 'en' ? '; ' : '；');
}
