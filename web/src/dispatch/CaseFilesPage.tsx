import { PlusOutlined } from '@ant-design/icons';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { listCaseFiles } from '../api/dispatch.ts';
import { hasRole } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { useLiveUpdates } from '../app/useLiveUpdates.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { CaseFileTable } from './CaseFileTable.tsx';
import './dispatch.css';

const views = ['open', 'ended', 'mine'] as const;

/** Case files 案卷 that this person may see; the chosen view stays in the address. */
export function CaseFilesPage() {
  const { t } = useTranslation();
  const user = useUser();
  const [search, setSearch] = useSearchParams();
  const view = views.find((one) => one === search.get('view')) ?? 'open';
  const files = useInfiniteQuery({
    queryKey: ['dispatch', 'cases', view],
    queryFn: ({ pageParam }) =>
      listCaseFiles({
        ...(view === 'mine' ? { mine: true } : { state: view }),
        limit: 30,
        cursor: pageParam,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  useLiveUpdates(['case', 'task'], [['dispatch', 'cases']]);
  const rows = files.data?.pages.flatMap((page) => page.items);
  return (
    <Page
      title={t('dispatch.files.title')}
      extra={
        <>
          {hasRole(user, ['shiftChief', 'supervisor']) ? (
            <Link to="/dispatch/evaluations">{t('dispatch.evaluation.open')}</Link>
          ) : null}
          {hasRole(user, ['operator', 'gridWorker']) ? (
            <Link to="/dispatch/report" className="ow-report-link">
              <PlusOutlined aria-hidden /> {t('dispatch.report.title')}
            </Link>
          ) : null}
        </>
      }
    >
      <Card>
        <Segmented
          className="ow-file-views"
          aria-label={t('dispatch.files.view')}
          value={view}
          options={views.map((one) => ({ value: one, label: t(`dispatch.files.${one}`) }))}
          onChange={(one) => setSearch({ view: one }, { replace: true })}
        />
        <ProblemAlert error={files.error} onRetry={() => void files.refetch()} />
        {rows === undefined && files.error === null ? <LoadingState /> : null}
        {rows?.length === 0 ? <EmptyState text={t(`dispatch.files.empty.${view}`)} /> : null}
        {rows === undefined || rows.length === 0 ? null : <CaseFileTable files={rows} />}
        {files.hasNextPage ? (
          <Button loading={files.isFetchingNextPage} onClick={() => void files.fetchNextPage()}>
            {t('dispatch.files.more')}
          </Button>
        ) : null}
      </Card>
    </Page>
  );
}
