import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Page } from '../components/Page.tsx';
import { IncidentTable } from './IncidentTable.tsx';
import { ParkedStreamTable } from './ParkedStreamTable.tsx';

/** What stands still and needs the administrator: automatic steps that failed, deliveries that cannot succeed. */
export function OperationsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('operations.title')}>
      <div className="ow-stack">
        <Card title={<h2 className="ow-card-title">{t('operations.incidents.title')}</h2>}>
          <p className="ow-muted">{t('operations.incidents.help')}</p>
          <IncidentTable />
        </Card>
        <Card title={<h2 className="ow-card-title">{t('operations.parked.title')}</h2>}>
          <p className="ow-muted">{t('operations.parked.help')}</p>
          <ParkedStreamTable />
        </Card>
      </div>
    </Page>
  );
}
