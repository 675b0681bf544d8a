import { Button } from 'antd';
import { useId } from 'react';
import { DiffTable } from '../compare/DiffTable.tsx';
import { useDesigning } from '../DesignerContext.ts';
import type { PublishConflict } from '../model/packFiles.ts';

interface ConflictNoticeProps {
  readonly conflict: PublishConflict;
  /** Goes on on top of what is live; left out where the host does not offer it. */
  readonly onRebase?: (() => void) | undefined;
}

/** Somebody else was first: who, why, and what differs between what was edited and what is live now. */
export function ConflictNotice({ conflict, onRebase }: ConflictNoticeProps) {
  const { texts, locale } = useDesigning();
  const id = useId();
  const { version, publishedBy, note, diff } = conflict;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section className="owd-changes" aria-labelledby={id} tabIndex={0}>
      <h2 id={id}>{texts.conflictTitle(version)}</h2>
      <p>{texts.conflictBy(publishedBy, note)}</p>
      {diff !== null && <DiffTable diff={diff} locale={locale} />}
      <p className="owd-help">{texts.conflictHelp}</p>
      {onRebase !== undefined && <Button onClick={onRebase}>{texts.conflictGoOn(version)}</Button>}
    </section>
  );
}
