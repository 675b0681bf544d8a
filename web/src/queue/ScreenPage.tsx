import { SoundOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { readBoard, readPublicHall } from '../api/queue.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { HallFrame } from './HallFrame.tsx';
import { useCallVoice } from './useCallVoice.ts';
import { useQueueStream } from './useQueueStream.ts';

/** The public screen of a hall: the last calls in big type, the waiting of each service group; no persons. */
export function ScreenPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const { say } = useLanguage();
  const hall = useQuery({ queryKey: ['publicHall', id], queryFn: () => readPublicHall(id) });
  const board = useQuery({ queryKey: ['board', id], queryFn: () => readBoard(id), refetchInterval: 30_000 });
  const live = useQueueStream(id, [['board', id]]);
  const { voice, turn } = useCallVoice(board.data);
  const error = hall.error ?? board.error;
  if (error !== null && (hall.data === undefined || board.data === undefined))
    return (
      <ProblemState
        error={error}
        full
        onRetry={() => {
          void hall.refetch();
          void board.refetch();
        }}
      />
    );
  if (hall.data === undefined || board.data === undefined) return <LoadingState full />;
  const [latest, ...earlier] = board.data.calls;
  return (
    <HallFrame hall={hall.data.name} title={t('queue.screen.title')} dark>
      <div className="ow-screen">
        <section aria-labelledby="screen-calls">
          <h2 id="screen-calls">{t('queue.screen.calls')}</h2>
          {/* Told once for every call, a repeated one again: the key makes it a new text. */}
          <div aria-live="assertive" aria-atomic="true" className="ow-screen-latest">
            {latest === undefined ? (
              <p className="ow-screen-none">{t('queue.screen.none')}</p>
            ) : (
              <p key={`${latest.number}-${latest.at}`}>
                {t('queue.screen.call', { number: latest.number, counter: latest.counter })}
                {latest.calls > 1 ? (
                  <span className="ow-hidden">{t('queue.screen.times', { count: latest.calls })}</span>
                ) : null}
              </p>
            )}
          </div>
          <ol className="ow-screen-calls">
            {earlier.map((call) => (
              <li key={call.number}>
                <b className="ow-nums">{call.number}</b>
                <span>{t('queue.counterNo', { no: call.counter })}</span>
              </li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="screen-waiting">
          <h2 id="screen-waiting">{t('queue.screen.waiting')}</h2>
          <ul className="ow-screen-groups">
            {board.data.groups.map((group) => (
              <li key={group.key}>
                <span>{say(group.name)}</span>
                <b className="ow-nums">{t('queue.screen.people', { count: group.waiting })}</b>
                <span>
                  {group.counters === 0
                    ? t('queue.screen.noCounter')
                    : t('queue.screen.estimate', { count: group.estimate })}
                </span>
              </li>
            ))}
          </ul>
          <p className="ow-screen-note">{t(live ? 'queue.screen.help' : 'queue.screen.offline')}</p>
          {voice === 'none' ? (
            <p className="ow-screen-note">{t('queue.screen.voice.none')}</p>
          ) : (
            <Button ghost icon={<SoundOutlined />} onClick={() => turn(voice !== 'on')}>
              {t(`queue.screen.voice.${voice}`)}
            </Button>
          )}
        </section>
      </div>
    </HallFrame>
  );
}
