import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { countChecks, listChecks } from '../api/checks.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { CheckTable } from './CheckTable.tsx';

const lights = ['all', 'red', 'yellow', 'green'] as const;

/** Checks that the own department is to make, most urgent first; the chosen light stays in the address. */
export function CheckList() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const light = lights.find((one) => one === search.get('light')) ?? 'all';
  const counts = useQuery({ queryKey: ['checks', 'counts'], queryFn: countChecks });
  const checks = useInfiniteQuery({
    queryKey: ['checks', 'list', light],
    queryFn: ({ pageParam }) => listChecks({ ...(light === 'all' ? {} : { light }), cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const rows = checks.data?.pages.flatMap((page) => page.items);
  const countOf = (one: (typeof lights)[number]) =>
    counts.data !== undefined && (one === 'red' || one === 'yellow') ? ` (${counts.data[one]})` : '';
  return (
    <>
      <Segmented
        className="ow-check-filter"
        aria-label={t('checks.lights')}
        value={light}
        options={lights.map((one) => ({
          value: one,
          label: `${t(one === 'all' ? 'checks.anyLight' : `common.light.${one}`)}${countOf(one)}`,
        }))}
        onChange={(one) => setSearch(one === 'all' ? {} : { light: one }, { replace: true })}
      />
      <ProblemAlert error={checks.error} onRetry={() => void checks.refetch()} />
      {rows === undefined && checks.error === null ? <LoadingState /> : null}
      {rows?.length === 0 ? <EmptyState text={t('checks.none')} /> : null}
      {rows === undefined || rows.length === 0 ? null : <CheckTable checks={rows} />}
      {checks.hasNextPage ? (
        <Button loading={checks.isFetchingNextPage} onClick={() => void checks.fetchNextPage()}>
          {t('common.more')}
        </Button>
      ) : null}
    </>
  );
}
