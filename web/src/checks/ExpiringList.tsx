import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { type ExpiringLicense, listExpiring } from '../api/checks.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CardTable } from '../components/CardTable.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatDay } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';

const spans = ['30', '90', '180', '365'] as const;

/** Licenses of the own department that expire within the chosen days, soonest first. */
export function ExpiringList() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const days = spans.find((one) => one === search.get('days')) ?? '90';
  const licenses = useInfiniteQuery({
    queryKey: ['licenses', 'expiring', days],
    queryFn: ({ pageParam }) => listExpiring({ days, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const rows = licenses.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <Segmented
        className="ow-check-filter"
        aria-label={t('checks.within')}
        value={days}
        options={spans.map((one) => ({ value: one, label: t('checks.days', { days: one }) }))}
        onChange={(one) => setSearch({ view: 'expiring', days: one }, { replace: true })}
      />
      <ProblemAlert error={licenses.error} onRetry={() => void licenses.refetch()} />
      {rows === undefined && licenses.error === null ? <LoadingState /> : null}
      {rows?.length === 0 ? <EmptyState text={t('checks.noneExpiring')} /> : null}
      {rows === undefined || rows.length === 0 ? null : <ExpiringTable licenses={rows} />}
      {licenses.hasNextPage ? (
        <Button loading={licenses.isFetchingNextPage} onClick={() => void licenses.fetchNextPage()}>
          {t('common.more')}
        </Button>
      ) : null}
    </>
  );
}

function ExpiringTable({ licenses }: { licenses: readonly ExpiringLicense[] }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const renewal = ({ from, latest }: ExpiringLicense['renewal']) =>
    latest === null
      ? '—'
      : from === null
        ? t('checks.renewalBy', { day: formatDay(latest, language) })
        : t('checks.window', { from: formatDay(from, language), to: formatDay(latest, language) });
  return (
    <CardTable
      caption={t('checks.view.expiring')}
      columns={['license', 'holder', 'validTo', 'renewal', 'reminded'].map((key) =>
        t(`checks.column.${key}`),
      )}
      rows={licenses.map((license) => ({
        key: license.id,
        cells: [
          <>
            <Link to={`/licenses/${license.id}`}>{license.licenseNo}</Link>
            <div className="ow-small ow-muted">{say(license.name)}</div>
          </>,
          license.holderName,
          formatDay(license.validTo, language),
          renewal(license.renewal),
          t('checks.times', { count: license.reminded }),
        ],
      }))}
    />
  );
}
