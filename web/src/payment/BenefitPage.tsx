import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { readBenefit } from '../api/payment.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CardTable } from '../components/CardTable.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { Facts } from '../components/Facts.tsx';
import { formatDay, formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { type BenefitAct, BenefitDialog } from './BenefitDialog.tsx';
import { yuan } from './yuan.ts';

/** A benefit: what it is worth, what suspends it, every payment, and how it came to all that. */
export function BenefitPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const user = useUser();
  const client = useQueryClient();
  const [dialog, setDialog] = useState<BenefitAct | null>(null);
  const view = useQuery({ queryKey: ['payment', 'benefit', id], queryFn: () => readBenefit(id) });
  if (view.data === undefined)
    return view.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={view.error} onRetry={() => void view.refetch()} />
    );
  const { data } = view;
  const pays = user.roles.includes('approver') || user.roles.includes('head');
  const claims = user.roles.includes('head') && data.overpaidFen > 0;
  const liftable = data.suspensions.find(({ inForce, byDecision }) => inForce && byDecision);
  const card = (text: string) => <h2 className="ow-card-title">{text}</h2>;
  return (
    <Page
      title={t('payment.benefit.title', { name: data.holderName })}
      trail={[{ label: t('payment.title'), to: `/payments?view=${data.state}` }]}
      extra={
        <>
          {claims ? (
            <Button onClick={() => setDialog({ claimBack: data.overpaidFen })}>
              {t('payment.claimBack.open')}
            </Button>
          ) : null}
          {pays && liftable !== undefined ? (
            <Button onClick={() => setDialog({ resume: liftable.ground })}>{t('payment.resume.open')}</Button>
          ) : null}
          {pays && data.state !== 'ended' ? (
            <Button danger onClick={() => setDialog({ end: true })}>
              {t('payment.end.open')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="ow-stack">
        <Card title={card(say(data.itemName))}>
          <Facts
            entries={[
              [t('payment.benefit.state'), t(`payment.state.${data.state}`)],
              [
                t('payment.column.caseNo'),
                <Link key="c" to={`/cases/${data.caseId}`}>
                  {data.caseNo}
                </Link>,
              ],
              [
                t('payment.column.amount'),
                `${yuan(data.amountFen)} · ${t(`payment.every.${data.periodKind}`)}`,
              ],
              [t('payment.column.from'), data.firstPeriod],
              [t('payment.benefit.last'), lastPaid(data)],
              [
                t('payment.benefit.ended'),
                data.ended === null
                  ? null
                  : `${t(`payment.ground.${data.ended.ground}`)} ${data.ended.on === '' ? '' : formatDay(data.ended.on, language)}`,
              ],
              ...data.suspensions.map((one): [string, string] => [
                t(one.inForce ? 'payment.benefit.suspended' : 'payment.benefit.announced'),
                t('payment.benefit.suspension', {
                  name: say(one.name),
                  day: formatDay(one.effectiveOn, language),
                  period: one.fromPeriod,
                }),
              ]),
              [t('payment.benefit.held'), data.held.join(' · ')],
              [
                t('payment.benefit.owed'),
                data.owed.map((one) => `${t(`payment.kind.${one.kind}`)} ${one.period}`).join(' · '),
              ],
              [t('payment.benefit.overpaid'), data.overpaidFen === 0 ? null : yuan(data.overpaidFen)],
            ]}
          />
        </Card>
        <Card title={card(t('payment.benefit.payments'))}>
          {data.payments.length === 0 ? (
            <EmptyState text={t('payment.benefit.noPayments')} />
          ) : (
            <CardTable
              caption={t('payment.benefit.payments')}
              columns={['period', 'kind', 'amount', 'returned'].map((key) => t(`payment.column.${key}`))}
              rows={data.payments.map((one) => ({
                key: `${one.listId} ${one.kind} ${one.period}`,
                cells: [
                  <Link key="l" to={`/payments/${one.listId}`}>
                    {one.period}
                  </Link>,
                  t(`payment.kind.${one.kind}`),
                  yuan(one.amountFen),
                  one.returned?.reason ?? '—',
                ],
              }))}
            />
          )}
        </Card>
        <Card title={card(t('payment.benefit.history'))}>
          <ol className="ow-list">
            {data.history.map((one) => (
              <li key={one.seq}>
                {say(one.text)}
                <div className="ow-small ow-muted">
                  {formatInstant(one.at, language)} · {one.actor}
                </div>
              </li>
            ))}
          </ol>
        </Card>
      </div>
      {dialog === null ? null : (
        <BenefitDialog
          id={id}
          act={dialog}
          name={data.holderName}
          onClose={(done) => {
            setDialog(null);
            if (done) void client.invalidateQueries({ queryKey: ['payment'] });
          }}
        />
      )}
    </Page>
  );
}

/** The last period that is paid; none where a benefit ends before its first one. */
function lastPaid({ firstPeriod, lastPeriod }: { firstPeriod: string; lastPeriod: string | null }) {
  return lastPeriod !== null && lastPeriod < firstPeriod ? null : lastPeriod;
}
