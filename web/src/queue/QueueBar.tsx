import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { readSeat, type SeatView } from '../api/halls.ts';
import { CounterDesk } from './CounterDesk.tsx';
import { seatKey } from './queryKeys.ts';
import { SeatDialog } from './SeatDialog.tsx';
import './queue.css';

/**
 * The clerk's counter: sign on in the morning, then call by keyboard. Pages of a case show it only to who sits at a counter
 * (`compact`), so that everybody else works as without halls.
 */
export function QueueBar({ compact = false }: { compact?: boolean }) {
  const seat = useQuery({ queryKey: seatKey, queryFn: readSeat, staleTime: 60_000 });
  if (seat.data?.hall === null || seat.data === undefined) return null;
  if (seat.data.seat !== null) return <CounterDesk view={seat.data} compact={compact} />;
  return compact ? null : <SignOn view={seat.data} />;
}

function SignOn({ view }: { view: SeatView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <section className="ow-queue-bar" aria-label={t('queue.bar')}>
      <span className="ow-grow">
        {view.planned === null ? t('queue.notSeated') : t('queue.planned', { counter: view.planned })}
      </span>
      <Button type={view.planned === null ? 'default' : 'primary'} onClick={() => setOpen(true)}>
        {t('queue.signOn')}
      </Button>
      <Link to="/window/handovers">{t('handover.title')}</Link>
      {open ? <SeatDialog view={view} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}
