import { Input } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';

interface TextInputProps {
  readonly label: string;
  readonly value: string;
  readonly onCommit: (value: string) => void;
  readonly rows?: number;
  readonly help?: string;
}

/** A labelled text that is written when the user leaves it or presses Enter: one step of undo a text, not one a key. */
export function TextInput({ label, value, onCommit, rows, help }: TextInputProps) {
  const { readOnly } = useDesigning();
  const id = useId();
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const commit = () => {
    if (draft !== value) onCommit(draft);
  };
  const common = {
    id,
    value: draft,
    readOnly,
    onBlur: commit,
    ...(help === undefined ? {} : { 'aria-describedby': `${id}-help` }),
  };
  return (
    <div className="owd-field">
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? (
        <Input {...common} onChange={(event) => setDraft(event.target.value)} onPressEnter={commit} />
      ) : (
        <Input.TextArea {...common} rows={rows} onChange={(event) => setDraft(event.target.value)} />
      )}
      {help !== undefined && (
        <p id={`${id}-help`} className="owd-help">
          {help}
        </p>
      )}
    </div>
  );
}
