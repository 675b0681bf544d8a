import { useId } from 'react';
import { useDesigning } from '../DesignerContext.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ChoiceInputProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
  /** Text of the empty choice; left out: there is none. */
  readonly empty?: string;
}

/** A labelled choice; a value outside of the list is shown as it is. The browser's own select: keyboard and screen readers know it. */
export function ChoiceInput({ label, value, choices, onChange, empty }: ChoiceInputProps) {
  const { readOnly } = useDesigning();
  const id = useId();
  const known = value === '' || choices.some((choice) => choice.value === value);
  return (
    <div className="owd-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} disabled={readOnly} onChange={(event) => onChange(event.target.value)}>
        {(empty !== undefined || value === '') && <option value="">{empty ?? ''}</option>}
        {!known && <option value={value}>{value}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
