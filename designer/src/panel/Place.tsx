import type { ReactNode } from 'react';

/** Marks which part of the pack is edited here (`limits.promised`), so that a finding can lead to it. */
export function Place({ at, children }: { readonly at: string; readonly children: ReactNode }) {
  return (
    <div className="owd-spot" data-place={at}>
      {children}
    </div>
  );
}
