import { useEffect, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';

interface TextCellProps {
  readonly label: string;
  readonly value: string;
  readonly onCommit: (value: string) => void;
}

/** One language of a text in the table; as many lines as it has. */
export function TextCell({ label, value, onCommit }: TextCellProps) {
  const { readOnly } = useDesigning();
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const lines = value.split('\n').length;
  const commit = () => {
    if (draft !== value) onCommit(draft);
  };
  return (
    <textarea
      aria-label={label}
      rows={Math.min(6, Math.max(lines, Math.ceil([...value].length / 46), 1))}
      className={value.trim() === '' ? 'owd-missing' : ''}
      value={draft}
      readOnly={readOnly}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.shiftKey || lines > 1 || event.nativeEvent.isComposing) return;
        event.preventDefault();
        commit();
      }}
    />
  );
}
