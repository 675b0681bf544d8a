import { useTranslation } from 'react-i18next';
import { MaterialsAtWindow } from '../asked/MaterialsAtWindow.tsx';
import { Page } from '../components/Page.tsx';
import { QueueBar } from '../queue/QueueBar.tsx';
import { ItemSearch } from './ItemSearch.tsx';
import { MyCases } from './MyCases.tsx';

/** The clerk's desk: find the item, start; drafts and cases at hand. */
export function WindowPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('window.title')}>
      <div className="ow-stack">
        <QueueBar />
        <ItemSearch />
        <MaterialsAtWindow />
        <MyCases />
      </div>
    </Page>
  );
}
