import type { ReactNode } from 'react';

/** Names with values, as a description list. Entries without a value are left out. */
export function Facts({ entries }: { entries: [name: string, value: ReactNode][] }) {
  const shown = entries.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return (
    <dl className="ow-facts">
      {shown.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
