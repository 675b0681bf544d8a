import { useTranslation } from 'react-i18next';

/** First stop of the keyboard: past the header to the content. */
export function SkipLink() {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/useValidAnchor: it leads to a place on this page
    <a
      className="ow-skip"
      href="#main"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('main')?.focus();
      }}
    >
      {t('app.skip')}
    </a>
  );
}
