import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listSlots, type PublicHall } from '../api/queue.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatDay } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';

/** Days on which the hall is open and may be booked. */
export function ChooseDay({ hall, to }: { hall: PublicHall; to: (day: string) => string }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const weekday = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai',
    weekday: 'long',
  });
  if (hall.bookableDays.length === 0) return <EmptyState text={t('queue.booking.noDay')} />;
  return (
    <ul className="ow-choices ow-choices-grid">
      {hall.bookableDays.map((day) => (
        <li key={day}>
          <Link className="ow-pick" to={to(day)}>
            <b className="ow-nums">{formatDay(day, language)}</b>
            <span className="ow-muted">{weekday.format(new Date(`${day}T12:00:00+08:00`))}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The slots of the day; full ones are named and cannot be chosen. */
export function ChooseTime(props: {
  hall: PublicHall;
  group: string;
  day: string;
  to: (time: string) => string;
}) {
  const { hall, group, day, to } = props;
  const { t } = useTranslation();
  const slots = useQuery({
    queryKey: ['slots', hall.id, group, day],
    queryFn: () => listSlots(hall.id, group, day),
    staleTime: 0,
  });
  if (slots.error !== null) return <ProblemAlert error={slots.error} onRetry={() => void slots.refetch()} />;
  if (slots.data === undefined) return <LoadingState />;
  if (slots.data.items.length === 0) return <EmptyState text={t('queue.booking.noSlot')} />;
  return (
    <ul className="ow-choices ow-choices-grid">
      {slots.data.items.map(({ time, until, free }) => (
        <li key={time}>
          {free === 0 ? (
            <span className="ow-pick ow-pick-full">
              <b className="ow-nums">
                {time}–{until}
              </b>
              <span>{t('queue.booking.full')}</span>
            </span>
          ) : (
            <Link className="ow-pick" to={to(time)}>
              <b className="ow-nums">
                {time}–{until}
              </b>
              <span className="ow-muted">{t('queue.booking.free', { count: free })}</span>
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
