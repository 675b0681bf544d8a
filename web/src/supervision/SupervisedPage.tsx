import { Card, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { chosenTab } from '../app/chosenTab.ts';
import { hasRole } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { useLiveUpdates } from '../app/useLiveUpdates.ts';
import { LiveMark } from '../components/LiveMark.tsx';
import { Page } from '../components/Page.tsx';
import { AlertList } from './alerts/AlertList.tsx';
import { CardList } from './CardList.tsx';
import { FindingList } from './FindingList.tsx';
import { UrgeList } from './UrgeList.tsx';

/** What supervision wants of the own department: findings to explain, reminders and orders to answer, cards. */
export function SupervisedPage() {
  const { t } = useTranslation();
  const user = useUser();
  const [search, setSearch] = useSearchParams();
  const live = useLiveUpdates(['case', 'record'], [['supervision']]);
  const tabs = [
    { key: 'findings', label: t('records.findings'), children: <FindingList /> },
    { key: 'urges', label: t('supervision.urges'), children: <UrgeList /> },
    { key: 'alerts', label: t('supervision.alerts.tab'), children: <AlertList /> },
    { key: 'cards', label: t('records.cards'), children: <CardList /> },
  ];
  return (
    <Page
      title={t('records.ownTitle')}
      extra={
        <>
          {hasRole(user, ['clerk']) ? <Link to="/window/complaint">{t('complaint.takeDown')}</Link> : null}
          <LiveMark live={live} />
        </>
      }
    >
      <Card>
        <Tabs
          activeKey={chosenTab(search.get('tab'), tabs)}
          onChange={(tab) => setSearch({ tab }, { replace: true })}
          items={tabs}
        />
      </Card>
    </Page>
  );
}
