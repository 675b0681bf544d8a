import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Desk } from '../api/queue.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CardTable } from '../components/CardTable.tsx';
import { formatInstant } from '../components/formats.ts';

/** Behind the bar: who waits for this counter, who was skipped, and the figures of the day by service group. */
export function QueueFigures(props: {
  desk: Desk;
  groupName: (key: string) => string;
  onBack: (number: string) => void;
}) {
  const { desk, groupName, onBack } = props;
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const minutes = (value: number | null) => (value === null ? '—' : t('queue.minutes', { count: value }));
  return (
    <details className="ow-queue-more">
      <summary>
        {t('queue.more', { waiting: desk.waiting.length, skipped: desk.skipped.length, served: desk.served })}
      </summary>
      <div className="ow-beside">
        <div>
          <h2 className="ow-card-title">{t('queue.waitingHere')}</h2>
          {desk.waiting.length === 0 ? <p className="ow-muted">{t('queue.nobodyWaits')}</p> : null}
          <ol className="ow-list">
            {desk.waiting.map(({ number, group, since, appointment, onlyHere }) => (
              <li key={number}>
                <b className="ow-nums">{number}</b> {groupName(group)} ·{' '}
                {t('queue.since', { at: formatInstant(since, language) })}
                {appointment ? ` · ${t('queue.appointment')}` : ''}
                {onlyHere ? ` · ${t('queue.onlyHere')}` : ''}
              </li>
            ))}
          </ol>
          {desk.skipped.length === 0 ? null : (
            <>
              <h2 className="ow-card-title">{t('queue.skipped')}</h2>
              <div className="ow-row">
                {desk.skipped.map((number) => (
                  <Button key={number} onClick={() => onBack(number)}>
                    {t('queue.back', { number })}
                  </Button>
                ))}
              </div>
            </>
          )}
        </div>
        <CardTable
          caption={t('queue.figures')}
          columns={['group', 'waiting', 'counters', 'longestWait', 'averageWait', 'averageHandling'].map(
            (key) => t(`queue.column.${key}`),
          )}
          rows={desk.groups.map((group) => ({
            key: group.key,
            cells: [
              say(group.name),
              group.waiting,
              group.counters,
              minutes(group.longestWait),
              minutes(group.averageWait),
              minutes(group.averageHandling),
            ],
          }))}
        />
      </div>
    </details>
  );
}
