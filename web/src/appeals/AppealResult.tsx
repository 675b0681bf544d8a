import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Appeal } from '../api/appeals.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatDay, formatInstant } from '../components/formats.ts';

/** What became of an appeal, with the paper and the case in which the matter is decided anew. */
export function AppealResult({ result }: { result: NonNullable<Appeal['result']> }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { documentNo, servedOn, remade } = result;
  return (
    <>
      <p>
        {t(`appeal.outcome.${result.outcome}`)}：{result.reason}
        <span className="ow-small ow-muted">
          {' '}
          {formatInstant(result.at, language)} · {result.by}
        </span>
      </p>
      {servedOn === null ? null : (
        <div className="ow-small">
          {documentNo} {t('appeal.paper.served', { day: formatDay(servedOn, language) })}
        </div>
      )}
      {remade === null ? null : (
        <div>
          {t('appeal.remade')} <Link to={`/cases/${remade.caseId}`}>{remade.caseNo}</Link>
        </div>
      )}
    </>
  );
}
