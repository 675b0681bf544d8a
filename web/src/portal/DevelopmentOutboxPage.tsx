import { useQuery } from '@tanstack/react-query';
import { Card, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { listDevelopmentMessages } from '../api/portal.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';

/** Development only: what would have been sent by text message or mail. */
export function DevelopmentOutboxPage() {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const messages = useQuery({
    queryKey: ['dev', 'messages'],
    queryFn: listDevelopmentMessages,
    staleTime: 0,
    refetchInterval: 3_000,
  });
  if (messages.data === undefined)
    return messages.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={messages.error} onRetry={() => void messages.refetch()} />
    );
  return (
    <Page title={t('portal.outbox.title')} plain>
      <p className="ow-muted">{t('portal.outbox.text')}</p>
      <Card>
        {messages.data.items.length === 0 ? <EmptyState text={t('portal.outbox.none')} /> : null}
        <ul className="ow-list">
          {messages.data.items.map((message) => (
            <li key={message.id}>
              <div className="ow-row">
                <strong className="ow-grow">{message.title}</strong>
                <Tag>{t(`portal.outbox.${message.kind}`)}</Tag>
              </div>
              <div className="ow-small ow-muted ow-nums">
                {message.to} · {formatInstant(message.at, language)}
              </div>
              <p className="ow-portal-text">{message.text}</p>
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  );
}
