import { Empty } from 'antd';
import type { ReactNode } from 'react';

/** Shown where there is nothing: what that means and, if anything, what to do. */
export function EmptyState({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={<span className="ow-muted">{text}</span>}>
      {children}
    </Empty>
  );
}
