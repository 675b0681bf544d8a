import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CheckSummary } from '../api/checks.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatDay } from '../components/formats.ts';
import { Light } from '../components/Light.tsx';

/** Checks as a plain table; on a phone each row is a card, its cells named. */
export function CheckTable({ checks }: { checks: readonly CheckSummary[] }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const head = (key: string) => t(`checks.column.${key}`);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <div className="ow-scroll" tabIndex={0} role="region" aria-label={t('checks.view.due')}>
      <table className="ow-plain-table ow-check-table">
        <caption className="ow-hidden">{t('checks.view.due')}</caption>
        <thead>
          <tr>
            {['check', 'holder', 'license', 'due', 'light'].map((key) => (
              <th key={key} scope="col">
                {head(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {checks.map((check) => (
            <tr key={check.id}>
              <td>
                <Link to={`/checks/${check.id}`}>{say(check.name)}</Link>
                <div className="ow-small ow-muted">{say(check.itemName)}</div>
              </td>
              <td data-label={head('holder')}>{check.holderName}</td>
              <td className="ow-nums" data-label={head('license')}>
                {check.licenseNo ?? check.caseNo}
              </td>
              <td className="ow-nums" data-label={head('due')}>
                {check.opensDay === null
                  ? formatDay(check.dueDay, language)
                  : t('checks.window', {
                      from: formatDay(check.opensDay, language),
                      to: formatDay(check.dueDay, language),
                    })}
              </td>
              <td data-label={head('light')}>
                <Light light={check.light} workdays={check.remaining?.workdays ?? null} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
