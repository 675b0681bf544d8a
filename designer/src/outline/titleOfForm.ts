import type { Locale } from '../model/packFiles.ts';

type Titles = Readonly<Record<Locale, string>>;

const known = new Map<string, { readonly text: string; readonly titles: Titles }>();

/** Title of a form, its path where it has none; a text is read once. */
export function titleOfForm(path: string, text: string, locale: Locale): string {
  const before = known.get(path);
  if (before?.text === text) return before.titles[locale];
  let titles: Titles = { 'zh-CN': path, en: path };
  try {
    const { title, properties } = JSON.parse(text) as { title?: unknown; properties?: { en?: unknown } };
    const [own, english] = [title, properties?.en].map((said) => (typeof said === 'string' ? said : ''));
    titles = { 'zh-CN': own || path, en: english || own || path };
  } catch {
    // A form that cannot be read is named by its path.
  }
  known.set(path, { text, titles });
  return titles[locale];
}
