import { useDesigning } from '../DesignerContext.ts';

interface CheckInputProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A labelled tick. */
export function CheckInput({ label, checked, onChange }: CheckInputProps) {
  const { readOnly } = useDesigning();
  return (
    <label className="owd-check">
      <input
        type="checkbox"
        checked={checked}
        disabled={readOnly}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
