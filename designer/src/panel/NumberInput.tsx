import { useEffect, useId, useState } from 'react';
import { useDesigning } from '../DesignerContext.ts';

interface NumberInputProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** A labelled whole number, written when the user leaves it or presses Enter. */
export function NumberInput({ label, value, min, max, onChange }: NumberInputProps) {
  const { readOnly } = useDesigning();
  const id = useId();
  const [draft, setDraft] = useState(String(value));
  useEffect(() => setDraft(String(value)), [value]);
  const commit = () => {
    const typed = Math.trunc(Number(draft));
    if (draft.trim() === '' || Number.isNaN(typed)) return setDraft(String(value));
    const fits = Math.min(max, Math.max(min, typed));
    setDraft(String(fits));
    if (fits !== value) onChange(fits);
  };
  return (
    <div className="owd-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        min={min}
        max={max}
        value={draft}
        disabled={readOnly}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
    </div>
  );
}
