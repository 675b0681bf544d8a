import { useTranslation } from 'react-i18next';
import type { LicenseView } from '../api/licenseTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatInstant, nameOf } from '../components/formats.ts';

/** The versions of a license and the log of its uses. */
export function LicenseHistory({ license }: { license: LicenseView }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <>
      <ul className="ow-list">
        {license.versions.map((version) => (
          <li key={version.version}>
            {t('licenses.versionIs', { version: version.version })} ·{' '}
            {t(`licenses.state.${version.state}`, { defaultValue: version.state })}
            {version.issuedAt === null ? null : ` · ${formatInstant(version.issuedAt, language)}`}
          </li>
        ))}
      </ul>
      <h3 className="ow-card-title" style={{ margin: '12px 0 8px' }}>
        {t('licenses.log')}
      </h3>
      {license.log.length === 0 ? (
        <EmptyState text={t('licenses.noUse')} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
        <div className="ow-scroll" tabIndex={0} role="region" aria-label={t('licenses.log')}>
          <table className="ow-plain-table">
            <thead>
              <tr>
                <th scope="col">{t('common.time')}</th>
                <th scope="col">{t('licenses.who')}</th>
                <th scope="col">{t('licenses.act')}</th>
                <th scope="col">{t('licenses.purpose')}</th>
              </tr>
            </thead>
            <tbody>
              {license.log.map((entry) => (
                <tr key={`${entry.at} ${entry.type} ${nameOf(entry.by)}`}>
                  <td className="ow-nowrap">{formatInstant(entry.at, language)}</td>
                  <td>{nameOf(entry.by)}</td>
                  <td>{t(`licenses.logType.${entry.type}`, { defaultValue: entry.type })}</td>
                  <td>{entry.purpose ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
