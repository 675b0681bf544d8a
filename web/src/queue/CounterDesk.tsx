import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { leaveSeat, type SeatView } from '../api/halls.ts';
import { actOnQueue, type Desk, type QueueAct, readDesk, returnSkipped } from '../api/queue.ts';
import { useShortcuts } from '../app/ShortcutProvider.tsx';
import { useLanguage } from '../app/useLanguage.ts';
import { LiveMark } from '../components/LiveMark.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { QueueFigures } from './QueueFigures.tsx';
import { deskKey, seatKey } from './queryKeys.ts';
import { TransferDialog } from './TransferDialog.tsx';
import { useQueueStream } from './useQueueStream.ts';

const keys: Record<QueueAct | 'transfer', string> = {
  call: 'Alt+Q',
  recall: 'Alt+H',
  skip: 'Alt+K',
  transfer: 'Alt+T',
  finish: 'Alt+G',
};

/** The queue at the counter: who is called, what may be done with them, who waits. Every act has a key. */
export function CounterDesk({ view, compact }: { view: SeatView; compact: boolean }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const client = useQueryClient();
  const desk = useQuery({ queryKey: deskKey, queryFn: readDesk });
  const live = useQueueStream(view.hall?.id, [deskKey]);
  const [transfer, setTransfer] = useState(false);
  const take = async (next: Desk): Promise<void> => {
    // What was asked before the act must not come after its answer.
    await client.cancelQueries({ queryKey: deskKey });
    client.setQueryData(deskKey, next);
  };
  const act = useAction({ run: (which: QueueAct) => actOnQueue(which), done: take });
  const back = useAction({ run: (number: string) => returnSkipped(number), done: take });
  const leave = useAction({
    run: () => leaveSeat(),
    success: t('queue.signedOff'),
    done: () => client.invalidateQueries({ queryKey: seatKey }),
  });
  const current = desk.data?.current ?? null;
  const allowed: (QueueAct | 'transfer')[] =
    current === null
      ? ['call']
      : ['recall', ...(current.caseIds.length === 0 ? (['skip'] as const) : []), 'transfer', 'finish'];
  const press = (which: QueueAct | 'transfer') => {
    if (act.isPending || desk.data === undefined) return;
    if (which === 'transfer') setTransfer(true);
    else act.mutate(which);
  };
  useShortcuts(
    allowed.map((which) => ({ keys: keys[which], label: t(`queue.act.${which}`), run: () => press(which) })),
  );
  if (desk.error !== null) return <ProblemAlert error={desk.error} onRetry={() => void desk.refetch()} />;
  const groupName = (key: string) => say(view.groups.find((group) => group.key === key)?.name) || key;
  const waiting = desk.data?.groups.filter(({ own }) => own).reduce((sum, one) => sum + one.waiting, 0) ?? 0;
  return (
    <section className="ow-queue-bar" aria-label={t('queue.bar')}>
      <strong>{t('queue.counterNo', { no: view.seat?.counter ?? '' })}</strong>
      {view.seat?.substitute ? <Tag>{t('queue.substitute')}</Tag> : null}
      <span className="ow-queue-now" role="status">
        {current === null ? (
          t('queue.nobody', { waiting })
        ) : (
          <>
            {t('queue.now')} <b className="ow-queue-number">{current.number}</b> {groupName(current.group)}
            {current.appointment ? ` · ${t('queue.appointment')}` : ''} ·{' '}
            {t('queue.calls', { calls: current.calls })}
          </>
        )}
      </span>
      <span className="ow-row">
        {allowed.map((which) => (
          <Button
            key={which}
            type={which === 'call' || which === 'finish' ? 'primary' : 'default'}
            disabled={which === 'skip' && current?.maySkip === false}
            loading={act.isPending && act.variables === which}
            onClick={() => press(which)}
          >
            {t(`queue.act.${which}`)} <kbd>{keys[which]}</kbd>
          </Button>
        ))}
      </span>
      {compact ? null : (
        <>
          <span className="ow-row ow-queue-end">
            <LiveMark live={live} />
            <Link to="/window/handovers">{t('handover.title')}</Link>
            <Button
              size="small"
              disabled={current !== null || leave.isPending}
              onClick={() => leave.mutate(undefined)}
            >
              {t('queue.signOff')}
            </Button>
          </span>
          {desk.data === undefined ? null : (
            <QueueFigures desk={desk.data} groupName={groupName} onBack={(number) => back.mutate(number)} />
          )}
        </>
      )}
      {(current?.caseIds ?? []).map((id) => (
        <Link key={id} to={`/window/cases/${id}`}>
          {t('queue.toCase')}
        </Link>
      ))}
      {transfer && desk.data !== undefined && current !== null ? (
        <TransferDialog desk={desk.data} onDone={take} onClose={() => setTransfer(false)} />
      ) : null}
    </section>
  );
}
