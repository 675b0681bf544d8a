import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Card, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type OrderView, readOrder } from '../api/supervisionRecords.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { useLiveUpdates } from '../app/useLiveUpdates.ts';
import { Facts } from '../components/Facts.tsx';
import { formatDay, formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { ActList } from './ActList.tsx';
import { LetterList } from './LetterList.tsx';
import { OrderActs } from './OrderActs.tsx';
import './records.css';
import { useRecordTrail } from './useRecordTrail.ts';

/** One reminder or order: its letter, what has been done, and what can be done now. */
export function OrderPage() {
  const { id = '' } = useParams();
  const view = useQuery({ queryKey: ['supervision', 'order', id], queryFn: () => readOrder(id) });
  useLiveUpdates(['record'], [['supervision']]);
  if (view.data === undefined)
    return view.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={view.error} onRetry={() => void view.refetch()} />
    );
  return <OrderConsole view={view.data} />;
}

function OrderConsole({ view }: { view: OrderView }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const client = useQueryClient();
  const trail = useRecordTrail('urges');
  const changed = async (next: OrderView) => {
    client.setQueryData(['supervision', 'order', next.id], next);
    await client.invalidateQueries({ queryKey: ['supervision'] });
  };
  return (
    <Page
      title={`${t(`supervision.urge.kind.${view.kind}`)} ${view.number ?? ''}`.trim()}
      trail={trail}
      extra={
        <>
          <Tag>{t(`records.orderStage.${view.stage}`)}</Tag>
          {view.late ? <Tag color="error">{t('records.late')}</Tag> : null}
        </>
      }
    >
      <div className="ow-stack">
        <Card title={<h2 className="ow-card-title">{t('records.matter')}</h2>}>
          <p className="ow-said">{view.message}</p>
          <Facts
            entries={[
              [t('records.addressee'), [view.department.name, view.person ?? ''].join(' ').trim()],
              [t('records.newOrder.matter'), view.matter],
              [
                t('records.case'),
                view.caseId === '' ? null : (
                  <Link key="link" to={`/cases/${view.caseId}`} className="ow-nums">
                    {view.caseNo}
                  </Link>
                ),
              ],
              [
                t('records.finding'),
                view.findingId === null ? null : (
                  <Link key="link" to={`/supervision/findings/${view.findingId}`}>
                    {t('records.openFinding')}
                  </Link>
                ),
              ],
              [
                t('records.round'),
                view.kind === 'order' ? t('records.roundIs', { round: view.round }) : null,
              ],
              [t('records.issued'), `${view.by} · ${formatInstant(view.at, language)}`],
              [
                t('supervision.urge.day'),
                view.replyDueDay === null ? null : formatDay(view.replyDueDay, language),
              ],
              [
                t('records.earlier'),
                view.follows === null ? null : (
                  <Link key="link" to={`/supervision/orders/${view.follows}`}>
                    {t('records.openOrder')}
                  </Link>
                ),
              ],
              [
                t('records.next'),
                view.followedBy === null ? null : (
                  <Link key="link" to={`/supervision/orders/${view.followedBy.id}`}>
                    {view.followedBy.number ?? t('records.openOrder')}
                  </Link>
                ),
              ],
            ]}
          />
          <LetterList base={`/supervision/urges/${view.id}`} letters={view.letters} />
        </Card>
        <Card title={<h2 className="ow-card-title">{t('records.history')}</h2>}>
          <ActList recordId={view.id} acts={view.acts} files={view.files} />
          {view.cards.map((card) => (
            <p key={card.id}>
              <Link key="link" to={`/supervision/cards/${encodeURIComponent(card.id)}`}>
                {t(`records.colour.${card.colour}`)} {card.number}
              </Link>{' '}
              · {t(`records.cardStage.${card.stage}`)}
            </p>
          ))}
        </Card>
        <OrderActs view={view} onDone={changed} />
      </div>
    </Page>
  );
}
