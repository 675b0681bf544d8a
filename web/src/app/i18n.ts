import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { speak } from '../api/request.ts';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const remembered = 'onewindow.language';

/** One JSON file a part of the product and language; the file's name is the first segment of its keys. */
function textsOf(files: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(files).map(([path, texts]) => [
      path.slice(path.lastIndexOf('/') + 1, -'.json'.length),
      texts,
    ]),
  );
}

const zh = textsOf(import.meta.glob('../texts/zh-CN/*.json', { eager: true, import: 'default' }));
const en = textsOf(import.meta.glob('../texts/en/*.json', { eager: true, import: 'default' }));

function startLanguage(): Language {
  try {
    return localStorage.getItem(remembered) === 'en' ? 'en' : 'zh-CN';
  } catch {
    return 'zh-CN';
  }
}

/** Starts the texts. zh-CN is the default; the choice is remembered in this browser. */
export async function startTexts(): Promise<void> {
  const language = startLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  applyLanguage(language);
}

/** Switches the language of the page, of new messages from the server, and of the document for assistive technology. */
export async function switchLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  applyLanguage(language);
  try {
    localStorage.setItem(remembered, language);
  } catch {
    // Private mode: the choice lasts for this page only.
  }
}

function applyLanguage(language: Language): void {
  document.documentElement.lang = language;
  speak(language);
}
