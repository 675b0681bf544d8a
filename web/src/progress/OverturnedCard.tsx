import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Progress } from '../api/caseTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatDay } from '../components/formats.ts';

/** The decision has lost its effect on appeal: since when, and where the matter goes on. */
export function OverturnedCard({ overturned }: { overturned: NonNullable<Progress['overturned']> }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { outcome, at, documentNo, remade } = overturned;
  return (
    <Alert
      type="info"
      showIcon
      title={t(`progress.overturned.${outcome}`, { day: formatDay(at, language) })}
      description={
        <>
          {documentNo === '' ? null : <div>{t('progress.overturned.paper', { documentNo })}</div>}
          {remade === null ? (
            t('progress.overturned.ends')
          ) : (
            <>
              {t('progress.overturned.remade')}{' '}
              <Link className="ow-nums" to={`/progress/${remade.token}`}>
                {remade.caseNo}
              </Link>
            </>
          )}
        </>
      }
    />
  );
}
