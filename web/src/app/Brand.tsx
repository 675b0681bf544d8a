import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Mark and name of the product. */
export function Brand({ to }: { to: string }) {
  const { t } = useTranslation();
  return (
    <Link to={to} className="ow-brand">
      <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <path d="M4 5h24v22H4z" fill="none" stroke="currentColor" strokeWidth="2.6" />
        <path d="M16 5v22M4 14h24" stroke="currentColor" strokeWidth="2.6" />
        <circle cx="25" cy="25" r="5.5" fill="#b3261e" stroke="#fff" strokeWidth="1.6" />
      </svg>
      <span className="ow-brand-name">{t('app.product')}</span>
    </Link>
  );
}
