import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { CaseEvent } from '../api/caseTypes.ts';
import { request } from '../api/request.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from './EmptyState.tsx';
import { formatInstant, nameOf } from './formats.ts';
import { LoadingState } from './LoadingState.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';

/** What happened to the case: who, when, what. Latest first. */
export function EventTimeline({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const events = useQuery({
    queryKey: ['case', caseId, 'events'],
    queryFn: () => request<{ items: CaseEvent[] }>('GET', `/cases/${caseId}/events`),
  });
  if (events.isPending) return <LoadingState />;
  if (events.error !== null)
    return <ProblemAlert error={events.error} onRetry={() => void events.refetch()} />;
  if (events.data.items.length === 0) return <EmptyState text={t('case.noEvents')} />;
  return (
    <ol className="ow-timeline" reversed>
      {[...events.data.items].reverse().map((event) => (
        <li key={event.seq}>
          <div>{say(event.text)}</div>
          <div className="ow-small ow-muted">
            <time dateTime={event.at}>{formatInstant(event.at, language)}</time> ·{' '}
            {event.actor.label === undefined ? actorWords(event, t) : say(event.actor.label)}
            {event.actor.for === undefined ? null : t('desk.actedFor', { name: event.actor.for })}
          </div>
        </li>
      ))}
    </ol>
  );
}

function actorWords(event: CaseEvent, t: TFunction): string {
  const { actor } = event;
  if (actor.name === undefined || actor.name === '') return t('case.system');
  const department =
    actor.department === undefined ? '' : t('records.of', { department: nameOf(actor.department) });
  return actor.name + department;
}
