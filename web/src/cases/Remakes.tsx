import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseView } from '../api/caseTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatDay } from '../components/formats.ts';

/** A decision that has lost its effect: by which paper, why, and where the matter goes on. */
export function TakenBack({
  annulled,
}: {
  annulled: NonNullable<NonNullable<CaseView['decision']>['annulled']>;
}) {
  const { t } = useTranslation();
  const { documentNo, reason, remade } = annulled;
  return (
    <>
      {documentNo} {reason}
      {remade === undefined ? null : (
        <div>
          {t('appeal.remade')} <Link to={`/cases/${remade.caseId}`}>{remade.caseNo}</Link>
        </div>
      )}
    </>
  );
}

/** What a case decides anew, by which paper, and what it must not decide again. */
export function Remakes({ remakes }: { remakes: NonNullable<CaseView['remakes']> }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { caseId, caseNo, way, documentNo, servedOn, ordered, barred } = remakes;
  return (
    <>
      {t(`appeal.kind.${way}`)} {documentNo}{' '}
      {t('appeal.paper.served', { day: formatDay(servedOn, language) })}
      <div>
        {t('appeal.earlier')} <Link to={`/cases/${caseId}`}>{caseNo}</Link>
      </div>
      {ordered ? <div className="ow-small">{t('appeal.ordered')}</div> : null}
      {barred === null ? null : (
        <div className="ow-small">{t('appeal.barred', { decision: t(`common.decision.${barred}`) })}</div>
      )}
    </>
  );
}
