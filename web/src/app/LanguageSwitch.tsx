import { GlobalOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { switchLanguage } from './i18n.ts';
import { useLanguage } from './useLanguage.ts';

/** Switches between Chinese and English; the button names the other language in that language. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <button
      type="button"
      className="ow-header-button"
      lang={other}
      onClick={() => void switchLanguage(other)}
    >
      <GlobalOutlined aria-hidden /> {t('app.otherLanguage')}
    </button>
  );
}
