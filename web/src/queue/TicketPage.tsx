import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { readTicket } from '../api/queue.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { LiveMark } from '../components/LiveMark.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { useQueueStream } from './useQueueStream.ts';
import './queue.css';

/** A number on the phone of its holder: how many are ahead, and where to go when it is called. */
export function TicketPage() {
  const { token = '' } = useParams();
  const { t } = useTranslation();
  const { say } = useLanguage();
  const ticket = useQuery({ queryKey: ['ticket', token], queryFn: () => readTicket(token) });
  const live = useQueueStream(ticket.data?.hall.id, [['ticket', token]]);
  if (ticket.data === undefined)
    return ticket.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={ticket.error} onRetry={() => void ticket.refetch()} />
    );
  const { number, hall, group, state, ahead, estimate, counter, returnAfter } = ticket.data;
  return (
    <Page title={t('queue.ticket.page')} plain extra={<LiveMark live={live} />}>
      <Card>
        <p>
          {hall.name} · {say(group)}
        </p>
        <p className="ow-ticket-number">{number}</p>
        <p role="status" aria-live="assertive" className="ow-ticket-state">
          {state === 'waiting'
            ? t('queue.ticket.ahead', { count: ahead, minutes: estimate })
            : t(`queue.ticket.${state}`, { counter: counter ?? '', count: returnAfter })}
        </p>
      </Card>
    </Page>
  );
}
