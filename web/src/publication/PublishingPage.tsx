import { useQuery } from '@tanstack/react-query';
import { Card, Tabs, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { listPublications, type PublicationState, publicationStates } from '../api/publications.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { useLiveUpdates } from '../app/useLiveUpdates.ts';
import { CardTable } from '../components/CardTable.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatDay, formatInstant } from '../components/formats.ts';
import { Light } from '../components/Light.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';

/** The department's decisions that are to be published, the most urgent first, and what has become of the others. */
export function PublishingPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const state = publicationStates.find((one) => one === search.get('state')) ?? 'due';
  useLiveUpdates(['case'], [['publications']]);
  return (
    <Page title={t('publication.title')} extra={<Link to="/publications">{t('publication.public')}</Link>}>
      <Card>
        <Tabs
          activeKey={state}
          onChange={(one) => setSearch({ state: one }, { replace: true })}
          items={publicationStates.map((one) => ({
            key: one,
            label: t(`publication.state.${one}`),
            children: one === state ? <PublicationList state={one} /> : null,
          }))}
        />
      </Card>
    </Page>
  );
}

function PublicationList({ state }: { state: PublicationState }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const list = useQuery({ queryKey: ['publications', state], queryFn: () => listPublications(state) });
  if (list.data === undefined)
    return list.error === null ? (
      <LoadingState />
    ) : (
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
    );
  const { items } = list.data;
  if (items.length === 0) return <EmptyState text={t(`publication.empty.${state}`)} />;
  const due = state === 'due';
  const columns = ['case', 'item', 'decided', ...(due ? ['due', 'light'] : ['published', 'objections'])];
  return (
    <CardTable
      caption={t(`publication.state.${state}`)}
      columns={columns.map((key) => t(`publication.column.${key}`))}
      rows={items.map((one) => ({
        key: one.id,
        cells: [
          <Link key="case" to={`/publishing/${one.id}`}>
            {one.subjectName ?? one.caseNo}
          </Link>,
          <>
            {say(one.itemName)}
            {one.documentNo === null ? null : <div className="ow-small ow-muted">{one.documentNo}</div>}
          </>,
          formatDay(one.decidedAt, language),
          ...(due
            ? [
                <>
                  {formatInstant(one.dueAt, language)}
                  {one.release === 'automatic' ? (
                    <div className="ow-small ow-muted">{t('publication.automatic')}</div>
                  ) : null}
                </>,
                <Light key="light" light={one.light} workdays={one.remaining?.workdays ?? null} />,
              ]
            : [
                one.publishedAt === null ? '—' : formatDay(one.publishedAt, language),
                one.openObjections === 0 ? (
                  '—'
                ) : (
                  <Tag key="objections" variant="outlined">
                    {t('publication.openObjections', { count: one.openObjections })}
                  </Tag>
                ),
              ]),
        ],
      }))}
    />
  );
}
