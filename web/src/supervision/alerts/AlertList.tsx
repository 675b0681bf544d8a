import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { acknowledgeAlerts, listAlerts } from '../../api/alerts.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { ProblemAlert } from '../../components/ProblemAlert.tsx';
import { useAction } from '../../components/useAction.ts';
import { AlertFilters, alertQuery } from './AlertFilters.tsx';
import { AlertLine } from './AlertLine.tsx';

/** What escalations told, latest first: taken note of one by one or all that are shown; the filter stands in the address. */
export function AlertList({ departments }: { departments?: { id: string; name: string }[] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [search] = useSearchParams();
  const query = alertQuery(search);
  const alerts = useInfiniteQuery({
    queryKey: ['supervision', 'alerts', query],
    queryFn: ({ pageParam }) => listAlerts({ ...query, cursor: pageParam, limit: 50 }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const take = useAction({
    run: (ids: string[]) => acknowledgeAlerts(ids),
    success: t('supervision.alerts.taken'),
    done: () => client.invalidateQueries({ queryKey: ['supervision', 'alerts'] }),
  });
  const items = alerts.data?.pages.flatMap((page) => page.items);
  const open = (items ?? []).filter(({ mayAcknowledge }) => mayAcknowledge).slice(0, 200);
  return (
    <>
      <div className="ow-row" style={{ marginBottom: 12 }}>
        <AlertFilters {...(departments === undefined ? {} : { departments })} />
        <span className="ow-grow" />
        {open.length < 2 ? null : (
          <Button loading={take.isPending} onClick={() => take.mutate(open.map(({ id }) => id))}>
            {t('supervision.alerts.takeAll', { count: open.length })}
          </Button>
        )}
      </div>
      <ProblemAlert error={alerts.error} onRetry={() => void alerts.refetch()} />
      {items === undefined && alerts.error === null ? <LoadingState /> : null}
      {items?.length === 0 ? <EmptyState text={t('supervision.alerts.none')} /> : null}
      <ul className="ow-list" aria-label={t('supervision.alerts.list')}>
        {(items ?? []).map((alert) => (
          <AlertLine
            key={alert.id}
            alert={alert}
            busy={take.isPending}
            onTake={() => take.mutate([alert.id])}
          />
        ))}
      </ul>
      {alerts.hasNextPage ? (
        <Button loading={alerts.isFetchingNextPage} onClick={() => void alerts.fetchNextPage()}>
          {t('common.more')}
        </Button>
      ) : null}
    </>
  );
}
