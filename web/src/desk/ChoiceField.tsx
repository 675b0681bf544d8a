import { Radio } from 'antd';
import type { ReactNode } from 'react';
import { useId } from 'react';

export interface Choice {
  value: string;
  label: ReactNode;
  disabled?: boolean;
}

/** One of a few: a radio group under its label, one choice a line. */
export function ChoiceField({
  label,
  choices,
  value,
  onChange,
}: {
  label: string;
  choices: readonly Choice[];
  value: string;
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="ow-field">
      <span id={id} className="ow-label">
        {label}
      </span>
      <Radio.Group
        aria-labelledby={id}
        vertical
        value={value}
        options={choices.map((choice) => ({ ...choice }))}
        onChange={(event) => onChange(String(event.target.value))}
      />
    </div>
  );
}
