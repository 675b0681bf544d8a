import { Card, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { hasRole } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { Page } from '../components/Page.tsx';
import '../inbox/inbox.css';
import { AbsencePanel } from './AbsencePanel.tsx';
import { RulesPanel } from './RulesPanel.tsx';
import { WorkloadPanel } from './WorkloadPanel.tsx';

const views = ['absences', 'workload', 'rules'] as const;

/** The people of a department: who is away and who stands in; for the head, who has how much and how tasks are given out. */
export function PeoplePage() {
  const { t } = useTranslation();
  const user = useUser();
  const [search, setSearch] = useSearchParams();
  const offered = hasRole(user, ['head']) ? views : views.slice(0, 1);
  const view = offered.find((one) => one === search.get('view')) ?? 'absences';
  const panels = { absences: AbsencePanel, workload: WorkloadPanel, rules: RulesPanel };
  const Panel = panels[view];
  return (
    <Page title={t('desk.people.title')}>
      <Card>
        <Tabs
          activeKey={view}
          onChange={(one) => setSearch({ view: one }, { replace: true })}
          items={offered.map((one) => ({
            key: one,
            label: t(`desk.people.view.${one}`),
            children: one === view ? <Panel /> : null,
          }))}
        />
      </Card>
    </Page>
  );
}
