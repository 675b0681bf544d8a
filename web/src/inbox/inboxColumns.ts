import { useState } from 'react';
import { useUser } from '../app/session.ts';

/** The columns of the inbox; the number, which opens the task, is always there. */
export const inboxColumns = [
  'light',
  'number',
  'item',
  'step',
  'applicant',
  'area',
  'department',
  'assignee',
  'received',
  'due',
  'stepDue',
] as const;
export type InboxColumn = (typeof inboxColumns)[number];

const usual: readonly InboxColumn[] = ['light', 'number', 'item', 'step', 'applicant', 'assignee', 'due'];

/** Those of the named columns that there are, in the order of the table. None named: the usual ones. */
export function columnsFrom(names: readonly string[]): InboxColumn[] {
  const known = inboxColumns.filter((column) => column === 'number' || names.includes(column));
  return known.length > 1 ? known : [...usual];
}

/** The columns that this person has chosen, kept in this browser. */
export function useInboxColumns(): [InboxColumn[], (columns: readonly string[]) => void] {
  const key = `onewindow.columns.${useUser().id}`;
  const [columns, setColumns] = useState(() => columnsFrom((localStorage.getItem(key) ?? '').split(',')));
  const choose = (names: readonly string[]) => {
    const chosen = columnsFrom(names);
    localStorage.setItem(key, chosen.join(','));
    setColumns(chosen);
  };
  return [columns, choose];
}
