import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listNotices } from '../api/notices.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { NoticeFacts } from './NoticeFacts.tsx';

/** For everybody: what is under public notice now. */
export function NoticesPage() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const notices = useQuery({ queryKey: ['notices'], queryFn: listNotices });
  if (notices.data === undefined)
    return notices.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={notices.error} onRetry={() => void notices.refetch()} />
    );
  return (
    <Page title={t('notice.title')} plain>
      <p className="ow-muted">{t('notice.why')}</p>
      {notices.data.items.length === 0 ? <EmptyState text={t('notice.none')} /> : null}
      <div className="ow-stack">
        {notices.data.items.map((notice) => (
          <Card key={notice.id} title={<h2 className="ow-card-title">{say(notice.itemName)}</h2>}>
            <NoticeFacts notice={notice} />
            {notice.mayObject ? (
              <p>
                <Link to={`/notices/${notice.id}`}>{t('notice.object')}</Link>
              </p>
            ) : null}
          </Card>
        ))}
      </div>
    </Page>
  );
}
