import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type PaymentLine, readPaymentList } from '../api/payment.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CardTable } from '../components/CardTable.tsx';
import { Facts } from '../components/Facts.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { ExportForm } from './ExportForm.tsx';
import { ReturnDialog } from './ReturnDialog.tsx';
import { yuan } from './yuan.ts';

/** A payment list: what it pays to whom, covered; its file for the bank; what the bank gave back. */
export function PaymentListPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const user = useUser();
  const [returning, setReturning] = useState<PaymentLine | null>(null);
  const view = useInfiniteQuery({
    queryKey: ['payment', 'list', id],
    queryFn: ({ pageParam }) => readPaymentList(id, pageParam),
    initialPageParam: '0',
    getNextPageParam: (last) => last.nextAfter ?? undefined,
  });
  const list = view.data?.pages[0];
  if (list === undefined)
    return view.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={view.error} onRetry={() => void view.refetch()} />
    );
  const lines = view.data?.pages.flatMap((page) => page.lines) ?? [];
  const pays = user.roles.includes('approver') || user.roles.includes('head');
  const card = (text: string) => <h2 className="ow-card-title">{text}</h2>;
  return (
    <Page
      title={t('payment.list.title', { period: list.period })}
      trail={[{ label: t('payment.title'), to: '/payments' }]}
    >
      <div className="ow-stack">
        <Card title={card(say(list.itemName))}>
          <Facts
            entries={[
              [t('payment.column.count'), list.count],
              [t('payment.column.sum'), yuan(list.sumFen)],
              [t('payment.column.closed'), formatInstant(list.madeAt, language)],
              [
                t('payment.list.hash'),
                <code key="h" className="ow-payment-hash">
                  {list.hash}
                </code>,
              ],
            ]}
          />
        </Card>
        <Card title={card(t('payment.list.lines'))}>
          <CardTable
            caption={t('payment.list.lines')}
            columns={[
              t('payment.column.caseNo'),
              t('payment.column.period'),
              t('payment.column.kind'),
              ...list.columns.map(({ title }) => say(title)),
              t('payment.column.amount'),
              t('payment.column.returned'),
            ]}
            rows={lines.map((line) => ({
              key: line.id,
              cells: [
                <Link key="l" to={`/benefits/${line.entitlementId}`}>
                  {line.caseNo}
                </Link>,
                line.period,
                t(`payment.kind.${line.kind}`),
                ...line.row,
                line.reclaim === null
                  ? yuan(line.amountFen)
                  : `${yuan(line.amountFen)} · ${t('payment.reclaim.overpaid')}`,
                line.returned !== null ? (
                  line.returned.reason
                ) : line.reclaim === 'repaid' || line.reclaim === 'waived' ? (
                  t(`payment.reclaim.state.${line.reclaim}`)
                ) : pays ? (
                  <Button
                    key="r"
                    size="small"
                    aria-label={t('payment.return.of', { caseNo: line.caseNo, period: line.period })}
                    onClick={() => setReturning(line)}
                  >
                    {t('payment.return.open')}
                  </Button>
                ) : (
                  '—'
                ),
              ],
            }))}
          />
          {view.hasNextPage ? (
            <Button loading={view.isFetchingNextPage} onClick={() => void view.fetchNextPage()}>
              {t('payment.more')}
            </Button>
          ) : null}
        </Card>
        {pays && list.state === 'closed' ? (
          <Card title={card(t('payment.export.title'))}>
            <ExportForm list={list} onTaken={() => void view.refetch()} />
          </Card>
        ) : null}
        {list.log.length === 0 ? null : (
          <Card title={card(t('payment.export.log'))}>
            <CardTable
              caption={t('payment.export.log')}
              columns={['at', 'by', 'format', 'purpose'].map((key) => t(`payment.log.${key}`))}
              rows={list.log.map((one) => ({
                key: one.at + one.format,
                cells: [formatInstant(one.at, language), one.by, one.format, one.purpose],
              }))}
            />
          </Card>
        )}
      </div>
      {returning === null ? null : (
        <ReturnDialog
          listId={id}
          line={returning}
          onClose={(done) => {
            setReturning(null);
            if (done) void view.refetch();
          }}
        />
      )}
    </Page>
  );
}
