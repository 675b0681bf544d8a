import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listSavedViews, type SavedView } from '../api/people.ts';
import type { InboxColumn } from './inboxColumns.ts';
import { filtersOf, type InboxFilters, keptQuery } from './inboxFilters.ts';
import { SaveViewDialog } from './SaveViewDialog.tsx';

export const savedViewsKey = ['savedViews'] as const;

/** One's own saved views and those shared in the department: chosen, kept, changed, removed. */
export function SavedViews(props: {
  filters: InboxFilters;
  columns: readonly InboxColumn[];
  onFilters: (filters: InboxFilters) => void;
  onColumns: (columns: readonly string[]) => void;
}) {
  const { filters, columns } = props;
  const { t } = useTranslation();
  const client = useQueryClient();
  const views = useQuery({ queryKey: savedViewsKey, queryFn: listSavedViews });
  const [dialog, setDialog] = useState<'new' | 'change' | null>(null);
  const query = keptQuery(filters);
  const shown = views.data?.items.find((view) => same(view.query, query));
  const choose = (id: string) => {
    const view = views.data?.items.find((one) => one.id === id);
    if (view === undefined) return;
    props.onFilters(filtersOf(view.query));
    if (view.columns.length > 0) props.onColumns(view.columns);
  };
  const label = (view: SavedView) =>
    view.own
      ? view.shared
        ? t('desk.view.ownShared', { name: view.name })
        : view.name
      : t('desk.view.ofOther', { name: view.name, owner: view.owner });
  return (
    <>
      <Select
        aria-label={t('desk.view.saved')}
        placeholder={t('desk.view.saved')}
        showSearch={{ optionFilterProp: 'label' }}
        value={shown?.id ?? null}
        onChange={(id: string | null) => id !== null && choose(id)}
        options={(views.data?.items ?? []).map((view) => ({ value: view.id, label: label(view) }))}
        notFoundContent={t('desk.view.none')}
        popupMatchSelectWidth={false}
        className="ow-desk-people"
      />
      <Button onClick={() => setDialog('new')}>{t('desk.view.save')}</Button>
      {shown?.own === true ? (
        <Button onClick={() => setDialog('change')}>{t('desk.view.change')}</Button>
      ) : null}
      {dialog === null ? null : (
        <SaveViewDialog
          view={dialog === 'change' ? shown : undefined}
          query={query}
          columns={[...columns]}
          byApplicant={filters.applicant !== ''}
          onClose={() => {
            setDialog(null);
            void client.invalidateQueries({ queryKey: savedViewsKey });
          }}
        />
      )}
    </>
  );
}

function same(one: Record<string, string>, other: Record<string, string>): boolean {
  const words = (query: Record<string, string>) => JSON.stringify(Object.entries(query).sort());
  return words(one) === words(other);
}
