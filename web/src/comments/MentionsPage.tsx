import { useQuery } from '@tanstack/react-query';
import { Card, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listMentions } from '../api/comments.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';

/** Where colleagues mentioned me, latest first; opening the comments of the case or pack marks them as read. */
export function MentionsPage() {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const mentions = useQuery({ queryKey: ['mentions', 'list'], queryFn: listMentions, staleTime: 0 });
  const items = mentions.data?.items ?? [];
  return (
    <Page title={t('desk.mention.title')}>
      <Card>
        <ProblemAlert error={mentions.error} onRetry={() => void mentions.refetch()} />
        {mentions.isPending ? <LoadingState /> : null}
        {mentions.data !== undefined && items.length === 0 ? (
          <EmptyState text={t('desk.mention.none')} />
        ) : null}
        <ul className="ow-list">
          {items.map((note) => (
            <li key={note.id}>
              {note.packCode === null ? (
                <Link to={`/cases/${note.caseId}?tab=comments`}>
                  {t('desk.mention.line', { by: note.by, caseNo: note.caseNo })}
                </Link>
              ) : (
                <Link to={`/designer/${note.packCode}?comments=open`}>
                  {t('desk.mention.packLine', {
                    by: note.by,
                    pack: note.packName === null ? note.packCode : say(note.packName),
                  })}
                </Link>
              )}{' '}
              <Tag color={note.state === 'unread' ? 'blue' : 'default'}>
                {t(`desk.mention.${note.state}`)}
              </Tag>
              <div className="ow-small ow-muted">{formatInstant(note.at, language)}</div>
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  );
}
