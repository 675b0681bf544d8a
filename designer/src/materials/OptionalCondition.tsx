import { Button } from 'antd';
import { ConditionBuilder } from '../conditions/ConditionBuilder.tsx';
import type { ConditionField } from '../conditions/ConditionField.ts';
import { listIntakeFields } from '../conditions/listConditionFields.ts';
import { useDesigning } from '../DesignerContext.ts';

interface OptionalConditionProps {
  readonly label: string;
  readonly always: string;
  readonly add: string;
  readonly value: string | undefined;
  /** What may be asked about; left out: what is known at intake. */
  readonly fields?: readonly ConditionField[];
  /** Begins with one that can be changed; undefined removes it. */
  readonly onChange: (value: string | undefined) => void;
}

/** A condition, or none: then it always holds. */
export function OptionalCondition({ label, always, add, value, fields, onChange }: OptionalConditionProps) {
  const designing = useDesigning();
  const { manifest, readOnly } = designing;
  const variable = manifest.intakeVariables?.[0]?.name;
  if (value === undefined)
    return (
      <div className="owd-field">
        <span className="owd-label">{label}</span>
        <span className="owd-row">
          {always}
          <Button
            size="small"
            disabled={readOnly || variable === undefined}
            onClick={() => onChange(`${variable} == 'yes'`)}
          >
            {add}
          </Button>
        </span>
      </div>
    );
  return (
    <ConditionBuilder
      label={label}
      language="pack"
      fields={fields ?? listIntakeFields(designing)}
      value={value}
      onChange={(text) => onChange(text.trim() === '' ? undefined : text.trim())}
    />
  );
}
