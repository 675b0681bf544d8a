import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { listSupervised } from '../../api/supervision.ts';
import { useLanguage } from '../../app/useLanguage.ts';

/** So many lines can be read from afar. */
const lines = 9;
const day = 86_400_000;

function lateFor(milliseconds: number, t: TFunction): string {
  const count = Math.floor(milliseconds / day);
  return count < 1 ? t('supervision.screen.underADay') : t('supervision.screen.days', { count });
}

/** The cases that are late longest: number, item, department, for how long; no applicant. */
export function ScreenLate({ count }: { count: number }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const late = useQuery({
    queryKey: ['supervision', 'cases', 'screen', 'red'],
    queryFn: () => listSupervised({ light: 'red', limit: lines }),
  });
  if (late.data === undefined) return null;
  if (late.data.items.length === 0) return <p className="ow-big-none">{t('supervision.screen.noLate')}</p>;
  return (
    <>
      <table className="ow-big-table ow-big-fixed">
        <thead>
          <tr>
            <th scope="col">{t('case.number')}</th>
            <th scope="col">{t('supervision.period.item')}</th>
            <th scope="col">{t('case.department')}</th>
            <th scope="col">{t('supervision.screen.lateFor')}</th>
          </tr>
        </thead>
        <tbody>
          {late.data.items.map(({ id, caseNo, itemName, department, dueAt }) => (
            <tr key={id}>
              <th scope="row" className="ow-nums">
                {caseNo}
              </th>
              <td>{say(itemName)}</td>
              <td>{department.name}</td>
              <td className="ow-big-red">
                {dueAt === null ? '—' : lateFor(Date.now() - Date.parse(dueAt), t)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > late.data.items.length ? (
        <p className="ow-big-more">
          {t('supervision.screen.more', { count: count - late.data.items.length })}
        </p>
      ) : null}
    </>
  );
}
