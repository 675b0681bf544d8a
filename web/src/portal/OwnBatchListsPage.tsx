import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../components/Page.tsx';
import { BatchListsOfCase } from '../progress/BatchListsOfCase.tsx';

/** The lists of batches that an own application is on. */
export function OwnBatchListsPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  return (
    <Page
      title={t('progress.batch.title')}
      trail={[
        { label: t('portal.nav.cases'), to: '/portal/cases' },
        { label: t('progress.title'), to: `/portal/cases/${id}` },
      ]}
    >
      <BatchListsOfCase owner={`/portal/cases/${id}`} />
    </Page>
  );
}
