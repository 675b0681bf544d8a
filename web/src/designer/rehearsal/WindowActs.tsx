import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RehearsalAct, readRehearsedOperation, type Scene } from '../../api/rehearsals.ts';
import { RefuseDialog } from '../../window/RefuseDialog.tsx';
import { CorrectionDialog } from './CorrectionDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';

type Asking = 'supplement' | 'refuse' | 'withdraw' | 'extend' | null;

/** What the window, and the head of the department, can do to the case as it stands. */
export function WindowActs({
  scene,
  busy,
  onAct,
}: {
  scene: Scene;
  busy: boolean;
  onAct: (act: RehearsalAct) => Promise<boolean>;
}) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<Asking>(null);
  const state = scene.case?.state;
  const operation = scene.case?.operation ?? '';
  const needs = useQuery({
    queryKey: ['rehearsal', scene.id, 'operation', operation],
    queryFn: () => readRehearsedOperation(scene.id, operation),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: state === 'received' || state === 'draft',
  });
  const done = async (act: RehearsalAct) => {
    if (await onAct(act)) setAsking(null);
  };
  const plain = (act: string, label: string, more: Record<string, unknown> = {}, primary = false) => (
    <Button
      key={act}
      type={primary ? 'primary' : 'default'}
      disabled={busy}
      onClick={() => void onAct({ act, ...more })}
    >
      {label}
    </Button>
  );
  const ask = (what: Exclude<Asking, null>, label: string, danger = false) => (
    <Button key={what} danger={danger} disabled={busy} onClick={() => setAsking(what)}>
      {label}
    </Button>
  );
  const running = state === 'received' || state === 'accepted' || state === 'supplementing';
  const owes = scene.case?.materials.some(({ status }) => status === 'waived') === true;
  return (
    <div className="ow-row" role="group" aria-label={t('window.actions')}>
      {state === 'draft' ? plain('receive', t('window.action.receive'), {}, true) : null}
      {state === 'received' ? (
        <>
          {plain('accept', t('window.action.accept'), {}, true)}
          {ask('supplement', t('window.action.supplement'))}
          {ask('refuse', t('window.action.refuse'), true)}
        </>
      ) : null}
      {state === 'supplementing'
        ? plain('resubmit', t('window.action.resubmit'), { materials: 'all' }, true)
        : null}
      {owes ? plain('provide', t('rehearsal.provide'), { materials: 'all' }) : null}
      {state === 'accepted' ? ask('extend', t('rehearsal.extend')) : null}
      {scene.owes ? plain('pay', t('rehearsal.pay')) : null}
      {running ? ask('withdraw', t('window.action.withdraw'), true) : null}
      {asking === 'refuse' ? (
        <RefuseDialog
          open
          busy={busy}
          atOnce={false}
          reasons={needs.data?.refusalReasons ?? []}
          onCancel={() => setAsking(null)}
          onDone={({ reasonKey, reason }) => void done({ act: 'refuseAcceptance', reasonKey, reason })}
        />
      ) : null}
      {asking === 'supplement' && scene.case !== null ? (
        <CorrectionDialog
          view={scene.case}
          busy={busy}
          onCancel={() => setAsking(null)}
          onDone={(items) => void done({ act: 'supplement', items })}
        />
      ) : null}
      {asking === 'withdraw' || asking === 'extend' ? (
        <ReasonDialog
          title={t(asking === 'withdraw' ? 'window.action.withdraw' : 'rehearsal.extend')}
          withDays={asking === 'extend'}
          busy={busy}
          onCancel={() => setAsking(null)}
          onDone={(reason, days) =>
            void done(
              asking === 'extend'
                ? { act: 'extend', amount: `${days} workday`, reason }
                : { act: 'withdraw', reason },
            )
          }
        />
      ) : null}
    </div>
  );
}
