import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BulkAction, listFacets } from '../api/people.ts';
import { countTasks, listTasks } from '../api/tasks.ts';
import { hasRole, officers } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { useLiveUpdates } from '../app/useLiveUpdates.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { LiveMark } from '../components/LiveMark.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { BatchDialog } from './BatchDialog.tsx';
import { BulkDialog } from './BulkDialog.tsx';
import { countsKey } from './InboxBadge.tsx';
import { InboxFilterBar } from './InboxFilterBar.tsx';
import { InboxSelection } from './InboxSelection.tsx';
import { InboxTools } from './InboxTools.tsx';
import './inbox.css';
import { useInboxColumns } from './inboxColumns.ts';
import { everything, isNarrowed, useInboxFilters } from './inboxFilters.ts';
import { OpenUrges } from './OpenUrges.tsx';
import { TaskTable } from './TaskTable.tsx';
import { useInboxPlace } from './useInboxPlace.ts';

/** The queue of a desk in its views, nearest clock first, renewed live without moving the place. */
export function InboxPage() {
  const { t } = useTranslation();
  const user = useUser();
  const [inAddress, change] = useInboxFilters();
  const supervises = user.roles.includes('supervisor');
  const view = supervises && inAddress.view !== 'watched' ? 'all' : inAddress.view;
  const filters = { ...inAddress, view };
  const [columns, chooseColumns] = useInboxColumns();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<'batch' | BulkAction | null>(null);
  const counts = useQuery({ queryKey: countsKey, queryFn: countTasks });
  const facets = useQuery({
    queryKey: ['tasks', 'facets', view],
    queryFn: () => listFacets(view),
    placeholderData: keepPreviousData,
  });
  const tasks = useInfiniteQuery({
    queryKey: ['tasks', 'list', filters],
    queryFn: ({ pageParam }) => listTasks({ ...filters, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const live = useLiveUpdates(['task'], [['tasks']], { apart: 2000 });
  const rows = useMemo(() => unique(tasks.data?.pages.flatMap((page) => page.items) ?? []), [tasks.data]);
  const loadMore = () => void tasks.fetchNextPage();
  const remember = useInboxPlace({
    tasks: rows,
    ready: tasks.data !== undefined && !tasks.isPlaceholderData,
    hasMore: tasks.hasNextPage,
    loading: tasks.isFetching,
    loadMore,
  });
  const selected = rows.filter((task) => chosen.has(task.id));
  const closeDialog = (finished: boolean) => {
    setDialog(null);
    if (finished) setChosen(new Set());
  };
  const narrowed = isNarrowed(filters);
  return (
    <Page title={t(supervises ? 'desk.titleAll' : 'inbox.title')} extra={<LiveMark live={live} />}>
      {hasRole(user, officers) && !supervises ? <OpenUrges /> : null}
      <Card>
        <InboxFilterBar
          filters={filters}
          counts={counts.data}
          facets={facets.data}
          onChange={(next) => {
            setChosen(new Set());
            change(next);
          }}
        />
        <InboxTools filters={filters} columns={columns} onFilters={change} onColumns={chooseColumns} />
        <ProblemAlert error={tasks.error} onRetry={() => void tasks.refetch()} />
        {tasks.isPending ? <LoadingState /> : null}
        {tasks.data !== undefined && rows.length === 0 ? (
          <EmptyState text={t(narrowed ? 'inbox.emptyFiltered' : `inbox.empty.${filters.view}`)}>
            {narrowed ? <Button onClick={() => change(everything)}>{t('inbox.clear')}</Button> : null}
          </EmptyState>
        ) : null}
        {rows.length === 0 ? null : (
          <TaskTable
            tasks={rows}
            columns={columns}
            chosen={chosen}
            filters={filters}
            onSort={change}
            onChoose={setChosen}
            onOpen={remember}
          />
        )}
        <div className="ow-row" style={{ marginTop: 12 }}>
          <span className="ow-muted" role="status">
            {rows.length === 0 ? '' : t('inbox.shown', { count: rows.length })}
          </span>
          {tasks.hasNextPage ? (
            <Button loading={tasks.isFetchingNextPage} onClick={loadMore}>
              {t('common.more')}
            </Button>
          ) : null}
        </div>
        {selected.length === 0 ? null : (
          <InboxSelection
            selected={selected}
            counts={counts.data}
            onNone={() => setChosen(new Set())}
            onBatch={() => setDialog('batch')}
            onBulk={setDialog}
          />
        )}
      </Card>
      {dialog === null ? null : dialog === 'batch' ? (
        <BatchDialog tasks={selected} onClose={closeDialog} />
      ) : (
        <BulkDialog action={dialog} tasks={selected} onClose={closeDialog} />
      )}
    </Page>
  );
}

/** A task that moved between two pages while they were read is shown once. */
function unique<T extends { id: string }>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
