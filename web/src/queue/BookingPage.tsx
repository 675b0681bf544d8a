import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { readPublicHall } from '../api/queue.ts';
import { useSession } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatDay } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { BookingConfirm } from './BookingConfirm.tsx';
import { ChooseGroup } from './ChooseGroup.tsx';
import { ChooseHall } from './ChooseHall.tsx';
import { ChooseDay, ChooseTime } from './ChooseTime.tsx';
import './queue.css';

const steps = ['hall', 'group', 'day', 'time'] as const;

/**
 * Books an appointment, one question a page. What was chosen stands in the address: back goes one question back, and a link
 * may begin at a hall.
 */
export function BookingPage() {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  useSession();
  const [query] = useSearchParams();
  const chosen = Object.fromEntries(steps.map((step) => [step, query.get(step) ?? '']));
  const { hall: hallId = '', group = '', day = '', time = '' } = chosen;
  const step = steps.find((one) => chosen[one] === '') ?? 'confirm';
  const shown = useRef(step);
  useEffect(() => {
    // The address keeps its path from question to question: the new one is read out all the same.
    if (shown.current !== step)
      document.querySelector<HTMLElement>('#main h1')?.focus({ preventScroll: true });
    shown.current = step;
  }, [step]);
  const hall = useQuery({
    queryKey: ['publicHall', hallId],
    queryFn: () => readPublicHall(hallId),
    enabled: hallId !== '',
  });
  if (hall.error !== null) return <ProblemState error={hall.error} onRetry={() => void hall.refetch()} />;
  const to = (next: Record<string, string>) =>
    `/appointments?${new URLSearchParams({ ...picked(), ...next })}`;
  const picked = () => Object.fromEntries([...query].filter(([name]) => name !== ''));
  const groupName = say(hall.data?.groups.find(({ key }) => key === group)?.name);
  const said = [hall.data?.name ?? '', groupName, day === '' ? '' : formatDay(day, language), time];
  return (
    <Page title={t(`queue.booking.${step}`)} plain>
      {hallId === '' ? null : (
        <p className="ow-muted" role="status">
          {step === 'confirm' ? t('queue.booking.check') : said.filter((part) => part !== '').join(' · ')} ·{' '}
          <Link to="/appointments">{t('queue.booking.restart')}</Link>
        </p>
      )}
      {step === 'hall' ? (
        <ChooseHall to={(id) => to({ hall: id })} />
      ) : hall.data === undefined ? (
        <LoadingState />
      ) : step === 'group' ? (
        <ChooseGroup hall={hall.data} to={to} />
      ) : step === 'day' ? (
        <ChooseDay hall={hall.data} to={(one) => to({ day: one })} />
      ) : step === 'time' ? (
        <ChooseTime hall={hall.data} group={group} day={day} to={(one) => to({ time: one })} />
      ) : (
        <BookingConfirm
          hallId={hallId}
          group={group}
          day={day}
          time={time}
          packCode={query.get('item') ?? undefined}
          facts={[
            [t('queue.booking.fact.hall'), hall.data.name],
            [t('queue.booking.fact.group'), groupName],
            [t('queue.booking.fact.day'), formatDay(day, language)],
            [t('queue.booking.fact.time'), time],
          ]}
        />
      )}
    </Page>
  );
}
