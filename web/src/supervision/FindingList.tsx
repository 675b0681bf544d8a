import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { type Finding, listFindings } from '../api/supervisionRecords.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { FindingFilters, findingQuery } from './FindingFilters.tsx';
import { FindingTags } from './FindingTags.tsx';

/** The clock that a finding is about, where it is about one. */
function clockOf({ details }: Finding, t: TFunction): string {
  const { clock } = details;
  return typeof clock === 'string' ? ` · ${t(`common.clock.kind.${clock}`)}` : '';
}

/** Irregularities found by rule or told by people; what the list shows stands in the address. */
export function FindingList({ departments }: { departments?: { id: string; name: string }[] }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const [search] = useSearchParams();
  const query = findingQuery(search);
  const findings = useInfiniteQuery({
    queryKey: ['supervision', 'findings', query],
    queryFn: ({ pageParam }) => listFindings({ ...query, cursor: pageParam, limit: 50 }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const items = findings.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <FindingFilters {...(departments === undefined ? {} : { departments })} />
      <ProblemAlert error={findings.error} onRetry={() => void findings.refetch()} />
      {items === undefined && findings.error === null ? <LoadingState /> : null}
      {items?.length === 0 ? <EmptyState text={t('supervision.noFindings')} /> : null}
      <ul className="ow-list" aria-label={t('records.findings')}>
        {(items ?? []).map((finding) => (
          <li key={finding.id}>
            <div className="ow-row">
              <Link className="ow-grow" to={`/supervision/findings/${finding.id}`}>
                <strong>{say(finding.name)}</strong>
                {clockOf(finding, t)}
              </Link>
              <FindingTags finding={finding} />
            </div>
            <div className="ow-small ow-muted">
              {finding.department.name} ·{' '}
              {finding.caseNo === '' ? t('records.noCase') : t('case.numberIs', { caseNo: finding.caseNo })} ·{' '}
              {formatInstant(finding.at, language)}
              {finding.actBy === null
                ? null
                : ` · ${t('records.actBy', { at: formatInstant(finding.actBy, language) })}`}
            </div>
          </li>
        ))}
      </ul>
      {findings.hasNextPage ? (
        <Button loading={findings.isFetchingNextPage} onClick={() => void findings.fetchNextPage()}>
          {t('common.more')}
        </Button>
      ) : null}
    </>
  );
}
