import { useTranslation } from 'react-i18next';
import type { LicenseCheck } from '../api/licenseTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatDay } from '../components/formats.ts';

/** The checks of a license, latest round first, each with what was recorded. */
export function LicenseChecks({ checks }: { checks: readonly LicenseCheck[] }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  return (
    <ul className="ow-list">
      {checks.toReversed().map((check) => (
        <li key={`${check.name.en} ${check.dueDay} ${check.state}`}>
          <div className="ow-row">
            <strong className="ow-grow">{say(check.name)}</strong>
            <span>{t(`checks.state.${check.state}`)}</span>
          </div>
          <div className="ow-small ow-muted">
            {t('checks.column.due')} {formatDay(check.dueDay, language)}
          </div>
          {check.records.map((record) => (
            <div key={record.at}>
              {formatDay(record.day, language)} {t(`checks.result.${record.result}`)}
              {record.late ? ` (${t('checks.late')})` : ''}
              {record.documentNo === null ? '' : ` · ${record.documentNo}`}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
