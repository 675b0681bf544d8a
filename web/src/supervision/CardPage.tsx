import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Card, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { actOnCard, readCard, type WarningCardView } from '../api/supervisionRecords.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { useLiveUpdates } from '../app/useLiveUpdates.ts';
import { Facts } from '../components/Facts.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { ActForm } from './ActForm.tsx';
import { ActList } from './ActList.tsx';
import { LetterList } from './LetterList.tsx';
import './records.css';
import { useRecordTrail } from './useRecordTrail.ts';

/** One yellow or red card: why, its notice, the appeal and what came of it. */
export function CardPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const { language } = useLanguage();
  const client = useQueryClient();
  const trail = useRecordTrail('cards');
  const card = useQuery({ queryKey: ['supervision', 'card', id], queryFn: () => readCard(id) });
  useLiveUpdates(['record'], [['supervision']]);
  if (card.data === undefined)
    return card.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={card.error} onRetry={() => void card.refetch()} />
    );
  const view = card.data;
  const run = async (act: string, body: object, key: string) => {
    const next: WarningCardView = await actOnCard(view.id, act, body, key);
    client.setQueryData(['supervision', 'card', id], next);
    await client.invalidateQueries({ queryKey: ['supervision'] });
  };
  return (
    <Page
      title={`${t(`records.colour.${view.colour}`)} ${view.number}`}
      trail={trail}
      extra={
        <>
          <Tag>{t(`records.cardStage.${view.stage}`)}</Tag>
          <Tag>{t(view.counts ? 'records.counts' : 'records.countsNot')}</Tag>
        </>
      }
    >
      <div className="ow-stack">
        <Card title={<h2 className="ow-card-title">{t('records.why')}</h2>}>
          <p className="ow-said">{view.reason}</p>
          <Facts
            entries={[
              [t('records.addressee'), [view.department.name, view.person ?? ''].join(' ').trim()],
              [
                t('records.order'),
                <Link key="order" to={`/supervision/orders/${view.urgeId}`}>
                  {view.orderNumber ?? t('records.openOrder')}
                </Link>,
              ],
              [
                t('records.case'),
                view.caseId === '' ? null : (
                  <Link key="case" to={`/cases/${view.caseId}`} className="ow-nums">
                    {view.caseNo}
                  </Link>
                ),
              ],
              [t('records.issued'), `${view.by} · ${formatInstant(view.at, language)}`],
            ]}
          />
          <LetterList base={`/supervision/cards/${encodeURIComponent(view.id)}`} letters={view.letters} />
        </Card>
        <Card title={<h2 className="ow-card-title">{t('records.history')}</h2>}>
          <ActList recordId={view.id} acts={view.acts} files={view.files} />
        </Card>
        {view.can.length === 0 ? null : (
          <Card title={<h2 className="ow-card-title">{t('records.acts')}</h2>}>
            {view.can.includes('appeal') ? (
              <ActForm
                id="appeal"
                recordId={view.id}
                title={t('records.appeal.title')}
                label={t('records.appeal.text')}
                send={t('records.appeal.send')}
                papers
                run={({ text, files }, key) => run('appeal', { text, files }, key)}
              />
            ) : null}
            {view.can.includes('decide') ? (
              <ActForm
                id="decide"
                recordId={view.id}
                title={t('records.decide.title')}
                label={t('records.decide.text')}
                send={t('records.decide.send')}
                choices={[
                  { value: 'uphold', label: t('records.decide.uphold') },
                  { value: 'revoke', label: t('records.decide.revoke') },
                ]}
                run={({ text, choice }, key) => run('decision', { revoke: choice === 'revoke', text }, key)}
              />
            ) : null}
          </Card>
        )}
      </div>
    </Page>
  );
}
