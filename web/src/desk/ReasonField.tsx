import { Input } from 'antd';
import { Field } from '../components/Field.tsx';

/** A reason or note in a few lines. */
export function ReasonField(props: {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
  hint?: string;
}) {
  const { id, label, value, onChange, required = true, hint } = props;
  return (
    <Field id={id} label={label} required={required} {...(hint === undefined ? {} : { hint })}>
      <Input.TextArea
        rows={3}
        maxLength={500}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
