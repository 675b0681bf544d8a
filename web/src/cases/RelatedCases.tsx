import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { readRelated } from '../api/cases.ts';
import type { LicenseSummary } from '../api/licenseTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CardTable } from '../components/CardTable.tsx';
import { CaseStateTag } from '../components/CaseStateTag.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { CaseLicenses } from './CaseLicenses.tsx';

/** Licenses that came of the case, and the applicant's other cases that the reader may see. */
export function RelatedCases({ caseId, licenses }: { caseId: string; licenses: LicenseSummary[] }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const related = useQuery({ queryKey: ['case', caseId, 'related'], queryFn: () => readRelated(caseId) });
  if (related.isPending) return <LoadingState />;
  if (related.error !== null)
    return <ProblemAlert error={related.error} onRetry={() => void related.refetch()} />;
  const { items, hidden } = related.data;
  return (
    <div className="ow-stack">
      {licenses.length === 0 ? null : (
        <section>
          <h3 className="ow-card-title">{t('desk.related.own')}</h3>
          <CaseLicenses licenses={licenses} />
        </section>
      )}
      {items.length === 0 ? (
        <EmptyState text={t('desk.related.none')} />
      ) : (
        <CardTable
          caption={t('desk.related.caption')}
          columns={[
            t('case.number'),
            t('case.item'),
            t('case.state'),
            t('case.receivedAt'),
            t('case.department'),
            t('desk.related.licenses'),
          ]}
          rows={items.map((one) => ({
            key: one.id,
            cells: [
              <Link key="no" to={`/cases/${one.id}`}>
                {one.caseNo ?? t('case.draft')}
              </Link>,
              say(one.itemName),
              <CaseStateTag key="state" state={one.state} decision={one.decision ?? undefined} />,
              formatInstant(one.receivedAt, language),
              one.department.name,
              one.licenses.map(({ licenseNo }) => licenseNo).join(' ') || '—',
            ],
          }))}
        />
      )}
      {hidden === 0 ? null : <p className="ow-muted">{t('desk.related.hidden', { count: hidden })}</p>}
    </div>
  );
}
