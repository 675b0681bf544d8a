import { Card, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../components/Page.tsx';
import { CheckList } from './CheckList.tsx';
import './checks.css';
import { ExpiringList } from './ExpiringList.tsx';

const views = ['due', 'expiring'] as const;

/** What comes after a license or benefit was given: checks that the department is to make, and licenses that expire. */
export function ChecksPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const view = views.find((one) => one === search.get('view')) ?? 'due';
  return (
    <Page title={t('checks.title')}>
      <Card>
        <Tabs
          activeKey={view}
          onChange={(one) => setSearch({ view: one }, { replace: true })}
          items={views.map((one) => ({
            key: one,
            label: t(`checks.view.${one}`),
            children: one !== view ? null : one === 'due' ? <CheckList /> : <ExpiringList />,
          }))}
        />
      </Card>
    </Page>
  );
}
