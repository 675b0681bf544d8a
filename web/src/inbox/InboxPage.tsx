import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countTasks, listTasks } from '../api/tasks.ts';
import type { Text } from '../api/types.ts';
import { hasRole, officers } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { useLiveUpdates } from '../app/useLiveUpdates.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { LiveMark } from '../components/LiveMark.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { BatchDialog } from './BatchDialog.tsx';
import { countsKey } from './InboxBadge.tsx';
import { InboxFilterBar } from './InboxFilterBar.tsx';
import { useInboxFilters } from './inboxFilters.ts';
import { OpenUrges } from './OpenUrges.tsx';
import { TaskTable } from './TaskTable.tsx';

/** The approver's one queue, nearest clock first, renewed live without moving the place. */
export function InboxPage() {
  const { t } = useTranslation();
  const [filters, change] = useInboxFilters();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [batch, setBatch] = useState(false);
  const counts = useQuery({ queryKey: countsKey, queryFn: countTasks });
  const tasks = useInfiniteQuery({
    queryKey: ['tasks', 'list', filters],
    queryFn: ({ pageParam }) => listTasks({ ...filters, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const user = useUser();
  const live = useLiveUpdates(['task', 'clock'], [['tasks']]);
  const rows = useMemo(() => tasks.data?.pages.flatMap((page) => page.items) ?? [], [tasks.data]);
  const items = useRef(new Map<string, Text>());
  for (const task of rows) items.current.set(task.packCode, task.itemName);
  const selected = rows.filter((task) => chosen.has(task.id));
  const filtered = filters.light !== '' || filters.packCode !== '' || filters.caseNo !== '';
  return (
    <Page title={t('inbox.title')} extra={<LiveMark live={live} />}>
      {hasRole(user, officers) ? <OpenUrges /> : null}
      <Card>
        <InboxFilterBar filters={filters} counts={counts.data} items={items.current} onChange={change} />
        <ProblemAlert error={tasks.error} onRetry={() => void tasks.refetch()} />
        {tasks.isPending ? <LoadingState /> : null}
        {tasks.data !== undefined && rows.length === 0 ? (
          <EmptyState text={t(filtered ? 'inbox.emptyFiltered' : `inbox.empty.${filters.view}`)}>
            {filtered ? (
              <Button onClick={() => change({ light: '', packCode: '', caseNo: '' })}>
                {t('inbox.clear')}
              </Button>
            ) : null}
          </EmptyState>
        ) : null}
        {rows.length === 0 ? null : <TaskTable tasks={rows} chosen={chosen} onChoose={setChosen} />}
        <div className="ow-row" style={{ marginTop: 12 }}>
          <span className="ow-muted" role="status">
            {rows.length === 0 ? '' : t('inbox.shown', { count: rows.length })}
          </span>
          {tasks.hasNextPage ? (
            <Button loading={tasks.isFetchingNextPage} onClick={() => void tasks.fetchNextPage()}>
              {t('common.more')}
            </Button>
          ) : null}
        </div>
        {selected.length === 0 ? null : (
          <div className="ow-sticky-actions ow-row">
            <span className="ow-grow">{t('inbox.chosen', { count: selected.length })}</span>
            <Button onClick={() => setChosen(new Set())}>{t('inbox.choseNone')}</Button>
            <Button type="primary" onClick={() => setBatch(true)}>
              {t('inbox.batch.open')}
            </Button>
          </div>
        )}
      </Card>
      {batch ? (
        <BatchDialog
          tasks={selected}
          onClose={(finished) => {
            setBatch(false);
            if (finished) setChosen(new Set());
          }}
        />
      ) : null}
    </Page>
  );
}
