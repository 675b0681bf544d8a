import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LicenseSummary } from '../api/licenseTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatDay } from '../components/formats.ts';

/** The licenses that came out of a case. */
export function CaseLicenses({ licenses }: { licenses: LicenseSummary[] }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  return (
    <ul className="ow-list">
      {licenses.map((license) => (
        <li key={license.id}>
          <Link to={`/licenses/${license.id}`}>{say(license.name)}</Link>
          <div className="ow-small ow-muted">
            {license.licenseNo} · {t('licenses.versionIs', { version: license.version })} ·{' '}
            {t(`licenses.state.${license.state}`)} · {t('licenses.validTo')}{' '}
            {license.validTo === null ? t('licenses.longTerm') : formatDay(license.validTo, language)}
          </div>
        </li>
      ))}
    </ul>
  );
}
