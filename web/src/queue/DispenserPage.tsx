import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { checkIn, comeBack, readBoard, readPublicHall, type Ticket, takeTicket } from '../api/queue.ts';
import { useSession } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { useAction } from '../components/useAction.ts';
import { CodePad } from './CodePad.tsx';
import { takeDispenserKey } from './dispenserKey.ts';
import { HallFrame } from './HallFrame.tsx';
import { TicketPaper } from './TicketPaper.tsx';
import { useQueueStream } from './useQueueStream.ts';

/** The number dispenser of a hall, for fingers: choose the service, take the paper. */
export function DispenserPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const { say } = useLanguage();
  // Somebody may have signed in in this browser: then requests carry their token.
  useSession();
  const [key] = useState(() => takeDispenserKey(id));
  const [pad, setPad] = useState<'checkIn' | 'return' | null>(null);
  const [ticket, setTicket] = useState<Ticket | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const hall = useQuery({
    queryKey: ['publicHall', id],
    queryFn: () => readPublicHall(id),
    refetchInterval: 60_000,
  });
  const board = useQuery({ queryKey: ['board', id], queryFn: () => readBoard(id), refetchInterval: 60_000 });
  useQueueStream(id, [['board', id]]);
  const give = {
    done: (given: Ticket) => {
      setProblem(null);
      setPad(null);
      setTicket(given);
    },
    failed: setProblem,
  };
  const take = useAction({ run: (group: string, action) => takeTicket(id, { key, group }, action), ...give });
  const arrive = useAction({ run: (code: string, action) => checkIn(id, { key, code }, action), ...give });
  const back = useAction({ run: (number: string) => comeBack(id, { key, number }), ...give });
  if (hall.error !== null && hall.data === undefined)
    return <ProblemState error={hall.error} onRetry={() => void hall.refetch()} full />;
  if (hall.data === undefined) return <LoadingState full />;
  const busy = take.isPending || arrive.isPending || back.isPending;
  const home = () => {
    setProblem(null);
    setPad(null);
    setTicket(null);
  };
  return (
    <HallFrame hall={hall.data.name} title={t('queue.dispenser.title')}>
      {ticket !== null ? (
        <TicketPaper ticket={ticket} onDone={home} />
      ) : pad !== null ? (
        <CodePad
          key={pad}
          kind={pad}
          groups={hall.data.groups.map((group) => group.key)}
          busy={busy}
          problem={problem}
          onBack={home}
          onDone={(text) => (pad === 'checkIn' ? arrive.mutate(text) : back.mutate(text))}
        />
      ) : (
        <>
          <h2>{t('queue.dispenser.choose')}</h2>
          {hall.data.openNow ? null : (
            <p role="status" className="ow-hall-closed">
              {t('queue.dispenser.closed', {
                hours: hall.data.hours.map(({ from, to }) => `${from}–${to}`).join(t('queue.listComma')),
              })}
            </p>
          )}
          <ProblemAlert error={problem} />
          <div className="ow-hall-grid">
            {hall.data.groups.map((group) => {
              const now = board.data?.groups.find((one) => one.key === group.key);
              return (
                <button
                  key={group.key}
                  type="button"
                  className="ow-hall-tile"
                  disabled={busy || !hall.data.openNow}
                  onClick={() => take.mutate(group.key)}
                >
                  <b>{say(group.name)}</b>
                  <span>
                    {now === undefined
                      ? ''
                      : t('queue.dispenser.waits', { count: now.waiting, minutes: now.estimate })}
                  </span>
                </button>
              );
            })}
          </div>
          <div className="ow-hall-grid">
            {(['checkIn', 'return'] as const).map((which) => (
              <button
                key={which}
                type="button"
                className="ow-hall-tile ow-hall-tile-plain"
                disabled={busy || (which === 'return' && !hall.data.openNow)}
                onClick={() => {
                  setProblem(null);
                  setPad(which);
                }}
              >
                <b>{t(`queue.dispenser.${which}`)}</b>
                <span>{t(`queue.dispenser.${which}Help`)}</span>
              </button>
            ))}
          </div>
        </>
      )}
    </HallFrame>
  );
}
