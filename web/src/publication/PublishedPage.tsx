import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Card, Input, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { listPublished, openDataAddress, publishingDepartments } from '../api/publications.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CardTable } from '../components/CardTable.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { Field } from '../components/Field.tsx';
import { formatDay } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { StatusTag } from './StatusTag.tsx';

const parts = ['q', 'department', 'from', 'to'] as const;

/** For everybody: decisions that are open, with search and the whole as open data. The search stays in the address. */
export function PublishedPage() {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const [search] = useSearchParams();
  const filter = Object.fromEntries(parts.map((part) => [part, search.get(part) ?? '']));
  const pages = useInfiniteQuery({
    queryKey: ['published', filter],
    queryFn: ({ pageParam }) => listPublished({ ...filter, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('publication.title')} plain>
      <div className="ow-stack">
        <p className="ow-muted">{t('publication.why')}</p>
        <Card>
          <SearchForm key={search.toString()} filter={filter} />
        </Card>
        <Card>
          <ProblemAlert error={pages.error} onRetry={() => void pages.refetch()} />
          {pages.isPending ? <LoadingState /> : null}
          {pages.isSuccess && items.length === 0 ? <EmptyState text={t('publication.none')} /> : null}
          {items.length === 0 ? null : (
            <CardTable
              caption={t('publication.title')}
              columns={['subject', 'documentNo', 'item', 'authority', 'decided', 'status'].map((key) =>
                t(`publication.fact.${key}`),
              )}
              rows={items.map(({ id, entry, itemName, status }) => ({
                key: id,
                cells: [
                  <Link key="subject" to={`/publications/${id}`}>
                    {entry.subjectName}
                  </Link>,
                  entry.documentNo,
                  say(itemName),
                  entry.authority,
                  formatDay(entry.decidedDay, language),
                  <StatusTag key="status" status={status} />,
                ],
              }))}
            />
          )}
          {pages.hasNextPage ? (
            <Button
              style={{ marginTop: 12 }}
              loading={pages.isFetchingNextPage}
              onClick={() => void pages.fetchNextPage()}
            >
              {t('common.more')}
            </Button>
          ) : null}
        </Card>
        <Card title={<h2 className="ow-card-title">{t('publication.openData')}</h2>}>
          <p className="ow-muted">{t('publication.openDataWhy')}</p>
          <div className="ow-row">
            {(['csv', 'json'] as const).map((format) => (
              <a key={format} href={openDataAddress({ ...filter, format })} download>
                {t('publication.download', { format: format.toUpperCase() })}
              </a>
            ))}
          </div>
        </Card>
      </div>
    </Page>
  );
}

function SearchForm({ filter }: { filter: Record<string, string> }) {
  const { t } = useTranslation();
  const [, setSearch] = useSearchParams();
  const [draft, setDraft] = useState(filter);
  const departments = useQuery({
    queryKey: ['published', 'departments'],
    queryFn: publishingDepartments,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const change = (part: string, value: string) => setDraft((before) => ({ ...before, [part]: value }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSearch(
      Object.fromEntries(
        Object.entries(draft).flatMap(([part, value]) => (value.trim() ? [[part, value.trim()]] : [])),
      ),
    );
  };
  return (
    <form onSubmit={submit} role="search" aria-label={t('publication.search')}>
      <div className="ow-fields">
        <Field id="published-q" label={t('publication.what')} hint={t('publication.whatHint')}>
          <Input
            allowClear
            maxLength={100}
            value={draft['q'] ?? ''}
            onChange={(event) => change('q', event.target.value)}
          />
        </Field>
        <Field id="published-department" label={t('publication.fact.authority')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={draft['department'] || null}
            onChange={(id: string | null | undefined) => change('department', id ?? '')}
            placeholder={t('publication.everywhere')}
            options={(departments.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        {(['from', 'to'] as const).map((part) => (
          <Field key={part} id={`published-${part}`} label={t(`publication.${part}`)}>
            <Input
              type="date"
              value={draft[part] ?? ''}
              onChange={(event) => change(part, event.target.value)}
            />
          </Field>
        ))}
      </div>
      <div className="ow-row">
        <Button type="primary" htmlType="submit">
          {t('publication.search')}
        </Button>
        {Object.values(filter).some((value) => value !== '') ? (
          <Button onClick={() => setSearch({})}>{t('publication.clear')}</Button>
        ) : null}
      </div>
    </form>
  );
}
