import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listReclaims, type Reclaim } from '../api/payment.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CardTable } from '../components/CardTable.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatDay } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { ReclaimDialog } from './ReclaimDialog.tsx';
import { yuan } from './yuan.ts';

/** 追回: what benefits were overpaid, what is still to come back, and what is done about it. */
export function ReclaimTable() {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<{ act: Reclaim['actions'][number]; reclaim: Reclaim } | null>(null);
  const view = useQuery({ queryKey: ['payment', 'reclaims'], queryFn: listReclaims });
  if (view.data === undefined)
    return view.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={view.error} onRetry={() => void view.refetch()} />
    );
  const { items } = view.data;
  if (items.length === 0) return <EmptyState text={t('payment.reclaim.none')} />;
  return (
    <>
      <CardTable
        caption={t('payment.views.reclaims')}
        columns={[
          t('payment.column.caseNo'),
          t('payment.column.holder'),
          t('payment.reclaim.why'),
          t('payment.reclaim.periods'),
          t('payment.reclaim.amount'),
          t('payment.reclaim.open'),
          t('payment.benefit.state'),
          t('payment.reclaim.acts'),
        ]}
        rows={items.map((reclaim) => ({
          key: reclaim.id,
          cells: [
            <Link key="l" to={`/benefits/${reclaim.entitlementId}`}>
              {reclaim.caseNo}
            </Link>,
            reclaim.holderName,
            <Fragment key="w">
              {[`${t(`payment.ground.${reclaim.ground}`)} ${formatDay(reclaim.on, language)}`, reclaim.reason]
                .filter(Boolean)
                .join(' · ')}
              {reclaim.documentNo === null ? null : (
                <div>
                  <Link to={`/cases/${reclaim.caseId}`}>{reclaim.documentNo}</Link>
                </div>
              )}
            </Fragment>,
            reclaim.lines.map(({ period }) => period).join(' · '),
            yuan(reclaim.amountFen),
            yuan(reclaim.openFen),
            stateOf(reclaim, t),
            reclaim.actions.length === 0 ? (
              '—'
            ) : (
              <span key="a" className="ow-row">
                {reclaim.actions.map((act) => (
                  <Button
                    key={act}
                    size="small"
                    aria-label={t(`payment.reclaim.${act}.of`, { caseNo: reclaim.caseNo })}
                    onClick={() => setChosen({ act, reclaim })}
                  >
                    {t(`payment.reclaim.${act}.open`)}
                  </Button>
                ))}
              </span>
            ),
          ],
        }))}
      />
      {chosen === null ? null : (
        <ReclaimDialog
          {...chosen}
          onClose={(done) => {
            setChosen(null);
            if (done) void view.refetch();
          }}
        />
      )}
    </>
  );
}

function stateOf({ state, waiver }: Reclaim, t: (key: string) => string): string {
  return [t(`payment.reclaim.state.${state}`), waiver?.reason].filter(Boolean).join(' · ');
}
