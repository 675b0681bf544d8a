import { useQuery } from '@tanstack/react-query';
import { Card, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { findOnlineItems, listOnlineEvents } from '../api/portal.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { EventBrowser } from './EventBrowser.tsx';

/** Find what you want to do, in your own words or by life event. Search and event stay in the address. */
export function HomePage() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const query = search.get('q') ?? '';
  const key = search.get('event');
  const who = search.get('who') === 'legal' ? 'legal' : 'natural';
  const items = useQuery({
    queryKey: ['portal', 'items', query, key, who],
    queryFn: () => findOnlineItems(query, key === null ? undefined : { key, who }),
  });
  const events = useQuery({
    queryKey: ['portal', 'events'],
    queryFn: listOnlineEvents,
    staleTime: 5 * 60_000,
    enabled: key !== null,
  });
  const event = events.data?.items.find((one) => one.key === key);
  const browsing = query === '' && key === null;
  return (
    <Page title={t('portal.home.title')} plain>
      <div className="ow-stack">
        <Input.Search
          key={query}
          size="large"
          allowClear
          enterButton={t('portal.home.search')}
          aria-label={t('portal.home.what')}
          placeholder={t('portal.home.example')}
          defaultValue={query}
          onSearch={(text) => setSearch(text.trim() === '' ? {} : { q: text.trim() })}
        />
        {browsing ? <EventBrowser /> : null}
        {key === null ? null : (
          <p>
            <Link to="/portal">{t('portal.events.all')}</Link>
          </p>
        )}
        <Card
          title={
            browsing || event !== undefined ? (
              <h2 className="ow-card-title">
                {event === undefined
                  ? t('portal.events.items')
                  : t('portal.events.under', { who: t(`portal.events.${who}`), event: say(event.name) })}
              </h2>
            ) : undefined
          }
        >
          <ProblemAlert error={items.error} onRetry={() => void items.refetch()} />
          {items.isPending ? <LoadingState /> : null}
          {items.data?.items.length === 0 ? <EmptyState text={t('portal.home.none')} /> : null}
          <ul className="ow-list">
            {(items.data?.items ?? []).map((item) => (
              <li key={item.packCode}>
                <Link
                  className="ow-portal-item"
                  to={`/portal/items/${item.packCode}/${item.operations[0]?.key ?? ''}`}
                >
                  {say(item.name)}
                </Link>
                <div className="ow-small ow-muted">{item.department.name}</div>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </Page>
  );
}
