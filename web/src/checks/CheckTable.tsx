import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CheckSummary } from '../api/checks.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CardTable } from '../components/CardTable.tsx';
import { formatDay } from '../components/formats.ts';
import { Light } from '../components/Light.tsx';

/** Checks as a plain table; on a phone each row is a card, its cells named. */
export function CheckTable({ checks }: { checks: readonly CheckSummary[] }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  return (
    <CardTable
      caption={t('checks.view.due')}
      columns={['check', 'holder', 'license', 'due', 'light'].map((key) => t(`checks.column.${key}`))}
      rows={checks.map((check) => ({
        key: check.id,
        cells: [
          <>
            <Link to={`/checks/${check.id}`}>{say(check.name)}</Link>
            <div className="ow-small ow-muted">{say(check.itemName)}</div>
          </>,
          check.holderName,
          check.licenseNo ?? check.caseNo,
          check.opensDay === null
            ? formatDay(check.dueDay, language)
            : t('checks.window', {
                from: formatDay(check.opensDay, language),
                to: formatDay(check.dueDay, language),
              }),
          <Light key="light" light={check.light} workdays={check.remaining?.workdays ?? null} />,
        ],
      }))}
    />
  );
}
