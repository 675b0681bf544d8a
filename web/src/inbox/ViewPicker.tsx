import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listSavedViews, type SavedView, type ViewPlace } from '../api/people.ts';
import { SaveViewDialog } from './SaveViewDialog.tsx';

export const savedViewsKey = ['savedViews'] as const;

/** The saved views of a page, one's own and those shared in the department: chosen, kept, changed, removed. */
export function ViewPicker(props: {
  place: ViewPlace;
  /** The view that is shown now. */
  query: Record<string, string>;
  columns: readonly string[];
  /** It is narrowed by the applicant, who is never kept. */
  byApplicant?: boolean;
  onChoose: (view: SavedView) => void;
}) {
  const { place, query, columns } = props;
  const { t } = useTranslation();
  const client = useQueryClient();
  const views = useQuery({ queryKey: [...savedViewsKey, place], queryFn: () => listSavedViews(place) });
  const [dialog, setDialog] = useState<'new' | 'change' | null>(null);
  const shown = views.data?.items.find((view) => same(view.query, query));
  const choose = (id: string) => {
    const view = views.data?.items.find((one) => one.id === id);
    if (view !== undefined) props.onChoose(view);
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
          place={place}
          query={query}
          columns={[...columns]}
          byApplicant={props.byApplicant === true}
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
