import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type PublicationView, publishDecision, readPublication } from '../api/publications.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { formatDay, formatInstant } from '../components/formats.ts';
import { Light } from '../components/Light.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { useAction } from '../components/useAction.ts';
import { CorrectDialog } from './CorrectDialog.tsx';
import { EntryFacts } from './EntryFacts.tsx';
import { EntryObjections } from './EntryObjections.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';

/** One decision on its way to everybody: the covered preview to check, or what is open and what can be done about it. */
export function PublicationPage() {
  const { id = '' } = useParams();
  const view = useQuery({ queryKey: ['publications', id], queryFn: () => readPublication(id) });
  if (view.data === undefined)
    return view.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={view.error} onRetry={() => void view.refetch()} />
    );
  return <PublicationConsole view={view.data} onReread={() => void view.refetch()} />;
}

function PublicationConsole({ view, onReread }: { view: PublicationView; onReread: () => void }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const client = useQueryClient();
  const [dialog, setDialog] = useState<'correct' | 'withdraw' | null>(null);
  const changed = (next: PublicationView) => {
    setDialog(null);
    client.setQueryData(['publications', view.id], next);
    for (const queryKey of [['publications'], ['published'], ['case', view.caseId]])
      void client.invalidateQueries({ queryKey });
  };
  const publish = useAction({
    run: (digest: string, key) => publishDecision(view, digest, key),
    success: t('publication.done'),
    done: changed,
    failed: () => undefined,
  });
  const waits = view.state === 'due' || view.state === 'withdrawn';
  const { digest } = view;
  return (
    <Page
      title={say(view.itemName)}
      trail={[{ label: t('publication.title'), to: '/publishing' }]}
      extra={
        <>
          <Link to={`/cases/${view.caseId}`} className="ow-nums">
            {view.caseNo}
          </Link>
          {view.light === null ? null : (
            <Light light={view.light} workdays={view.remaining?.workdays ?? null} />
          )}
          {view.state === 'published' ? (
            <Link to={`/publications/${view.id}`}>{t('publication.asSeen')}</Link>
          ) : null}
        </>
      }
    >
      <div className="ow-stack">
        <ProblemAlert error={publish.error} onRetry={onReread} />
        <Card title={<h2 className="ow-card-title">{t('publication.where')}</h2>}>
          <Facts
            entries={[
              [t('notice.state'), t(`publication.state.${view.state}`)],
              [t('publication.column.decided'), formatInstant(view.decidedAt, language)],
              [t('publication.column.due'), waits ? formatInstant(view.dueAt, language) : null],
              [
                t('publication.column.published'),
                view.publishedAt === null ? null : formatInstant(view.publishedAt, language),
              ],
              [
                t('publication.publisher'),
                view.publishedAt === null ? null : (view.publishedBy ?? t('publication.automatic')),
              ],
              [
                t('publication.takeDown'),
                view.takeDownAt === null ? null : formatDay(view.takeDownAt, language),
              ],
              [
                t('publication.ended'),
                view.ended === null
                  ? null
                  : `${formatDay(view.ended.at, language)} ${t(`publication.ground.${view.ended.ground}`)}`,
              ],
            ]}
          />
        </Card>
        {view.entry === null ? null : (
          <Card
            title={
              <h2 className="ow-card-title">{t(waits ? 'publication.preview' : 'publication.opened')}</h2>
            }
          >
            {waits ? <p className="ow-muted">{t('publication.check')}</p> : null}
            <EntryFacts entry={view.entry} />
          </Card>
        )}
        {view.lacking.length === 0 ? null : (
          <Alert
            type="info"
            showIcon
            title={t('publication.lacking', {
              what: view.lacking.map((one) => t(`publication.lacks.${one}`)).join(t('publication.and')),
            })}
          />
        )}
        <div className="ow-row">
          {view.canPublish && digest !== null ? (
            <Button type="primary" loading={publish.isPending} onClick={() => publish.mutate(digest)}>
              {t('publication.publish')}
            </Button>
          ) : null}
          {view.canCorrect ? (
            <Button onClick={() => setDialog('correct')}>{t('publication.correct')}</Button>
          ) : null}
          {view.canWithdraw ? (
            <Button danger onClick={() => setDialog('withdraw')}>
              {t(view.state === 'due' ? 'publication.exempt' : 'publication.withdraw')}
            </Button>
          ) : null}
        </div>
        <EntryObjections view={view} onChanged={changed} />
      </div>
      {dialog === 'correct' && view.entry !== null ? (
        <CorrectDialog view={view} entry={view.entry} onClose={() => setDialog(null)} onDone={changed} />
      ) : null}
      {dialog === 'withdraw' ? (
        <WithdrawDialog view={view} onClose={() => setDialog(null)} onDone={changed} />
      ) : null}
    </Page>
  );
}
