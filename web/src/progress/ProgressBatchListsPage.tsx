import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Page } from '../components/Page.tsx';
import { BatchListsOfCase } from './BatchListsOfCase.tsx';

/** The lists of batches that the case behind a token is on: for whoever applied at a window. */
export function ProgressBatchListsPage() {
  const { token = '' } = useParams();
  const { t } = useTranslation();
  return (
    <Page title={t('progress.batch.title')} plain>
      <Link to={`/progress/${token}`}>{t('progress.batch.back')}</Link>
      <BatchListsOfCase owner={`/public/progress/${encodeURIComponent(token)}`} />
    </Page>
  );
}
