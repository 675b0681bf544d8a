import type { ReactNode } from 'react';
import './cardTable.css';

/**
 * A plain table of which every row becomes a card on a phone, its cells named, so that nothing is scrolled sideways. `rows`
 * hold their cells in the order of the columns, the first as heading.
 */
export function CardTable(props: {
  caption: string;
  columns: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}) {
  const { caption, columns, rows } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <div className="ow-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="ow-plain-table ow-card-table">
        <caption className="ow-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, at) =>
                at === 0 ? (
                  <th key={columns[at]} scope="row" className="ow-nums">
                    {cell}
                  </th>
                ) : (
                  <td key={columns[at]} className="ow-nums" data-label={columns[at]}>
                    <div>{cell}</div>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
