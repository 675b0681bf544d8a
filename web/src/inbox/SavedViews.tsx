import type { InboxColumn } from './inboxColumns.ts';
import { filtersOf, type InboxFilters, keptQuery } from './inboxFilters.ts';
import { ViewPicker } from './ViewPicker.tsx';

/** One's own saved views and those shared in the department: chosen, kept, changed, removed. */
export function SavedViews(props: {
  filters: InboxFilters;
  columns: readonly InboxColumn[];
  onFilters: (filters: InboxFilters) => void;
  onColumns: (columns: readonly string[]) => void;
}) {
  const { filters, columns } = props;
  return (
    <ViewPicker
      place="inbox"
      query={keptQuery(filters)}
      columns={columns}
      byApplicant={filters.applicant !== ''}
      onChoose={(view) => {
        props.onFilters(filtersOf(view.query));
        if (view.columns.length > 0) props.onColumns(view.columns);
      }}
    />
  );
}
