import { QRCode } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../api/queue.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatInstant } from '../components/formats.ts';

/** The dispenser goes back to its first page after this time, in milliseconds. */
const shownFor = 20_000;

/** What the dispenser prints, shown for a while: the number, how many are ahead, and a code to follow it on the phone. */
export function TicketPaper({ ticket, onDone }: { ticket: Ticket; onDone: () => void }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    heading.current?.focus();
    window.print();
    const timer = setTimeout(() => done.current(), shownFor);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <article className="ow-ticket" aria-label={t('queue.ticket.title')}>
        <p>{ticket.hall.name}</p>
        <p>{say(ticket.group)}</p>
        <h2 ref={heading} tabIndex={-1} className="ow-ticket-number">
          {ticket.number}
        </h2>
        <p role="status">{t('queue.ticket.ahead', { count: ticket.ahead, minutes: ticket.estimate })}</p>
        <p className="ow-small">{formatInstant(ticket.takenAt, language)}</p>
        <span aria-hidden>
          <QRCode
            value={`${window.location.origin}/tickets/${ticket.token}`}
            type="svg"
            size={128}
            bordered={false}
          />
        </span>
        <p className="ow-small">{t('queue.ticket.follow')}</p>
        <p className="ow-small">{t('queue.ticket.rule', { count: ticket.returnAfter })}</p>
      </article>
      <div className="ow-hall-row ow-no-print">
        <button type="button" className="ow-hall-action ow-hall-tile-plain" onClick={() => window.print()}>
          {t('queue.dispenser.again')}
        </button>
        <button type="button" className="ow-hall-action" onClick={onDone}>
          {t('queue.dispenser.done')}
        </button>
      </div>
    </>
  );
}
