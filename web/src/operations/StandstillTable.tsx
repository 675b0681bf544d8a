import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { EmptyState } from '../components/EmptyState.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';

/** A table of things that stand still, or what there is to say instead of it. */
export function StandstillTable<Item>(props: {
  caption: string;
  columns: readonly string[];
  empty: string;
  list: UseQueryResult<{ items: Item[] }>;
  row: (item: Item) => ReactNode;
}) {
  const { caption, columns, empty, list, row } = props;
  if (list.isPending) return <LoadingState />;
  if (list.error !== null) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data.items.length === 0) return <EmptyState text={empty} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <div className="ow-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="ow-plain-table">
        <caption className="ow-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{list.data.items.map(row)}</tbody>
      </table>
    </div>
  );
}
