import { useQuery } from '@tanstack/react-query';
import { Card, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { readBoard } from '../api/supervision.ts';
import { chosenTab } from '../app/chosenTab.ts';
import { hasRole } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { useLiveUpdates } from '../app/useLiveUpdates.ts';
import { formatInstant } from '../components/formats.ts';
import { LiveMark } from '../components/LiveMark.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { AgeTable } from './AgeTable.tsx';
import { AlertList } from './alerts/AlertList.tsx';
import { BottleneckPanel } from './bottleneck/BottleneckPanel.tsx';
import { CardList } from './CardList.tsx';
import { CockpitViews } from './CockpitViews.tsx';
import { DepartmentTable } from './DepartmentTable.tsx';
import { FindingList } from './FindingList.tsx';
import { FeedPanel } from './feed/FeedPanel.tsx';
import { ItemTable } from './ItemTable.tsx';
import { LightTotals } from './LightTotals.tsx';
import { LightsPanel } from './lights/LightsPanel.tsx';
import { PublicationCount } from './PublicationCount.tsx';
import { PeriodPanel } from './period/PeriodPanel.tsx';
import { RatingList } from './RatingList.tsx';
import { ReportsPanel } from './reports/ReportsPanel.tsx';
import { SupervisedCases } from './SupervisedCases.tsx';
import { UnroutedList } from './UnroutedList.tsx';
import { UrgeList } from './UrgeList.tsx';
import './cockpit.css';
import { useDepartments } from './useDepartments.ts';
import { drills } from './useDrill.ts';

/** The supervisor's board: lights now, by department, and from any number to the list behind it. */
export function SupervisionPage() {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const board = useQuery({ queryKey: ['supervision', 'board'], queryFn: readBoard, refetchInterval: 60_000 });
  const live = useLiveUpdates(['case', 'record'], [['supervision']]);
  const supervises = hasRole(useUser(), ['supervisor']);
  const all = useDepartments(supervises);
  if (board.data === undefined) {
    return board.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={board.error} onRetry={() => void board.refetch()} />
    );
  }
  const tabs = [
    {
      key: 'departments',
      label: t('supervision.byDepartment'),
      children: <DepartmentTable rows={board.data.byDepartment} />,
    },
    {
      key: 'items',
      label: t('supervision.byItem'),
      children: <ItemTable rows={board.data.byItem} />,
    },
    { key: 'lights', label: t('supervision.cross.tab'), children: <LightsPanel /> },
    {
      key: 'ages',
      label: t('supervision.ages.title'),
      children: <AgeTable counts={board.data.ages} />,
    },
    { key: 'figures', label: t('supervision.period.tab'), children: <PeriodPanel /> },
    {
      key: 'bottleneck',
      label: t('supervision.bottleneck.tab'),
      children: <BottleneckPanel items={board.data.byItem.map((row) => row.item)} />,
    },
    ...(supervises ? [{ key: 'feed', label: t('supervision.feed.tab'), children: <FeedPanel /> }] : []),
    {
      key: 'alerts',
      label: t('supervision.alerts.tab'),
      children: <AlertList {...(supervises ? { departments: all } : {})} />,
    },
    {
      key: 'findings',
      label: t('supervision.findings', { count: board.data.findings.open }),
      children: <FindingList {...(supervises ? { departments: all } : {})} />,
    },
    {
      key: 'unrouted',
      label: t('supervision.unrouted.title'),
      children: <UnroutedList />,
    },
    { key: 'ratings', label: t('portal.rating.tab'), children: <RatingList /> },
    { key: 'urges', label: t('supervision.urges'), children: <UrgeList /> },
    { key: 'cards', label: t('records.cards'), children: <CardList /> },
    {
      key: 'reports',
      label: t('supervision.report.tab'),
      children: <ReportsPanel {...(supervises ? { departments: all } : {})} />,
    },
  ];
  const drilled = drills.some((key) => search.has(key));
  return (
    <Page
      title={t('supervision.title')}
      extra={
        <>
          <span className="ow-muted">
            {t('supervision.asOf', { at: formatInstant(board.data.asOf, language) })}
          </span>
          {supervises ? <Link to="/supervision/screen">{t('supervision.screen.open')}</Link> : null}
          <Link to="/supervision/rules">{t('records.rules.title')}</Link>
          <Link to="/dispatch/evaluations">{t('dispatch.evaluation.open')}</Link>
          <LiveMark live={live} />
        </>
      }
    >
      <div className="ow-stack ow-cockpit">
        <ProblemAlert error={board.error} onRetry={() => void board.refetch()} />
        <div className="ow-row">
          <CockpitViews />
          <PublicationCount counts={board.data.publications} />
        </div>
        <LightTotals totals={board.data.totals} />
        {drilled ? (
          <SupervisedCases
            departments={board.data.byDepartment.map((row) => row.department)}
            items={board.data.byItem.map((row) => row.item)}
          />
        ) : null}
        <Card>
          <Tabs
            activeKey={chosenTab(search.get('tab'), tabs)}
            onChange={(key) =>
              setSearch(
                (before) => {
                  const next = new URLSearchParams(before);
                  next.set('tab', key);
                  return next;
                },
                { replace: true },
              )
            }
            items={tabs}
          />
        </Card>
      </div>
    </Page>
  );
}
