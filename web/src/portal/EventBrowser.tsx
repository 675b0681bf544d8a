import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listOnlineEvents } from '../api/portal.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';

/** Browsing by what happens in life or in business: for persons and for companies. */
export function EventBrowser() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const events = useQuery({
    queryKey: ['portal', 'events'],
    queryFn: listOnlineEvents,
    staleTime: 5 * 60_000,
  });
  if (events.isPending) return <LoadingState />;
  if (events.data === undefined)
    return <ProblemAlert error={events.error} onRetry={() => void events.refetch()} />;
  const { items } = events.data;
  return (['natural', 'legal'] as const).map((who) => {
    const own = items.filter((event) => event[who] > 0);
    if (own.length === 0) return null;
    return (
      <Card key={who} title={<h2 className="ow-card-title">{t(`portal.events.${who}`)}</h2>}>
        <ul className="ow-portal-events">
          {own.map((event) => (
            <li key={event.key}>
              <Link to={`/portal?${new URLSearchParams({ event: event.key, who })}`}>
                {say(event.name)}
                <span className="ow-muted ow-small"> {t('portal.events.count', { count: event[who] })}</span>
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    );
  });
}
