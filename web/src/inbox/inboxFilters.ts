import { useAddressQuery } from '../app/useAddressQuery.ts';

export const inboxViews = ['mine', 'department', 'claimed', 'watched', 'absent', 'finished', 'all'] as const;
export type InboxView = (typeof inboxViews)[number];

/** What narrows a view, each a text in the address. */
export const narrowing = ['light', 'packCode', 'stepKey', 'area', 'applicant', 'caseNo', 'assignee'] as const;
export type Narrowing = (typeof narrowing)[number];

export const inboxSorts = ['due', 'received', 'number', 'item', 'step', 'assignee'] as const;

export interface InboxFilters extends Record<Narrowing, string> {
  view: InboxView;
  /** Empty: by due instant. */
  sort: string;
  /** Empty: ascending. */
  order: string;
}

/** Reads the filters out of an address. Anything unknown becomes the default. */
export function readFilters(search: URLSearchParams): InboxFilters {
  const view = inboxViews.find((one) => one === search.get('view')) ?? 'department';
  const text = (key: string) => search.get(key) ?? '';
  return {
    view,
    light: text('light'),
    packCode: text('packCode'),
    stepKey: text('stepKey'),
    area: text('area'),
    applicant: text('applicant'),
    caseNo: text('caseNo'),
    assignee: text('assignee'),
    sort: inboxSorts.find((one) => one === search.get('sort')) ?? '',
    order: search.get('order') === 'desc' ? 'desc' : '',
  };
}

/** The filters as a saved view keeps them: what is set, but never the applicant. */
export function keptQuery(filters: InboxFilters): Record<string, string> {
  const { applicant: _applicant, ...rest } = filters;
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ''));
}

/** The filters of a saved view; what it does not name is cleared. */
export function filtersOf(query: Record<string, string>): InboxFilters {
  return readFilters(new URLSearchParams(query));
}

export function isNarrowed(filters: InboxFilters): boolean {
  return narrowing.some((key) => filters[key] !== '');
}

/** Clears what narrows. */
export const everything = Object.fromEntries(narrowing.map((key) => [key, ''])) as Record<Narrowing, ''>;

/** The filters of the inbox, kept in the address so that *back* returns to the same place. */
export function useInboxFilters(): [InboxFilters, (change: Partial<InboxFilters>) => void] {
  const [search, change] = useAddressQuery();
  return [readFilters(search), change];
}
