import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type FindingView, readFinding } from '../api/supervisionRecords.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { useLiveUpdates } from '../app/useLiveUpdates.ts';
import { Facts } from '../components/Facts.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { ActList } from './ActList.tsx';
import { ComplaintCard } from './ComplaintCard.tsx';
import { FindingActs } from './FindingActs.tsx';
import { FindingTags } from './FindingTags.tsx';
import './records.css';
import { UrgeDialog } from './UrgeDialog.tsx';
import { useRecordTrail } from './useRecordTrail.ts';

/** One finding: why it is one, the facts it rests on, what has been done, and what can be done now. */
export function FindingPage() {
  const { id = '' } = useParams();
  const view = useQuery({ queryKey: ['supervision', 'finding', id], queryFn: () => readFinding(id) });
  useLiveUpdates(['record'], [['supervision']]);
  if (view.data === undefined)
    return view.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={view.error} onRetry={() => void view.refetch()} />
    );
  return <FindingConsole view={view.data} />;
}

function FindingConsole({ view }: { view: FindingView }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const client = useQueryClient();
  const trail = useRecordTrail();
  const [ordering, setOrdering] = useState(false);
  const changed = (next?: FindingView) => {
    if (next !== undefined) client.setQueryData(['supervision', 'finding', view.id], next);
    return client.invalidateQueries({ queryKey: ['supervision'] });
  };
  return (
    <Page
      title={say(view.name)}
      trail={trail}
      extra={
        <>
          <FindingTags finding={view} />
          {view.can.includes('order') ? (
            <Button onClick={() => setOrdering(true)}>{t('supervision.urge.open')}</Button>
          ) : null}
        </>
      }
    >
      <div className="ow-stack">
        <Card title={<h2 className="ow-card-title">{t('records.why')}</h2>}>
          <p className="ow-said">{say(view.said)}</p>
          <Facts
            entries={[
              [t('records.basis'), say(view.basis)],
              [t('case.department'), view.department.name],
              [
                t('records.case'),
                view.caseId === '' ? null : (
                  <Link key="link" to={`/cases/${view.caseId}`} className="ow-nums">
                    {view.caseNo}
                  </Link>
                ),
              ],
              [t('records.item'), view.itemName === null ? null : say(view.itemName)],
              [t('records.foundAt'), formatInstant(view.at, language)],
              [t('records.dueBy'), view.actBy === null ? null : formatInstant(view.actBy, language)],
              [t('records.ruleVersion'), view.ruleVersion],
            ]}
          />
        </Card>
        {view.kind === 'complaint' ? (
          <ComplaintCard finding={view} onAnswered={() => void changed()} />
        ) : null}
        {view.facts.length === 0 ? null : (
          <Card title={<h2 className="ow-card-title">{t('records.facts')}</h2>}>
            <ol className="ow-timeline">
              {view.facts.map((fact) => (
                <li key={fact.seq}>
                  <div>{say(fact.text)}</div>
                  <div className="ow-small ow-muted">
                    <time dateTime={fact.at}>{formatInstant(fact.at, language)}</time> · {say(fact.by)} ·{' '}
                    {t('records.eventNo', { seq: fact.seq })}
                  </div>
                </li>
              ))}
            </ol>
          </Card>
        )}
        <Card title={<h2 className="ow-card-title">{t('records.history')}</h2>}>
          <ActList recordId={view.id} acts={view.acts} files={view.files} />
          {view.orders.map((order) => (
            <p key={order.id}>
              <Link key="link" to={`/supervision/orders/${order.id}`}>
                {t(`supervision.urge.kind.${order.kind}`)} {order.number}
              </Link>{' '}
              · {t(`records.orderStage.${order.stage}`)}
            </p>
          ))}
        </Card>
        <FindingActs view={view} onDone={changed} />
      </div>
      {ordering ? (
        <UrgeDialog
          caseId={view.caseId}
          caseNo={view.caseNo}
          findingId={view.id}
          onClose={() => {
            setOrdering(false);
            void changed();
          }}
        />
      ) : null}
    </Page>
  );
}
