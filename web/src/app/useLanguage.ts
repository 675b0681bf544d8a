import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Text } from '../api/types.ts';
import type { Language } from './i18n.ts';

export interface Words {
  language: Language;
  /** The text in the page's language; a plain string is handed back as it is. */
  say: (text: Text | string | null | undefined) => string;
}

/** The page's language, and how to read a bilingual text of the server in it. */
export function useLanguage(): Words {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const say = useCallback(
    (text: Text | string | null | undefined): string => {
      if (text === null || text === undefined) return '';
      return typeof text === 'string' ? text : text[language] || text['zh-CN'];
    },
    [language],
  );
  return { language, say };
}
