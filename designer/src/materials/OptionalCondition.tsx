import { Button } from 'antd';
import { firstCondition, PackCondition } from '../conditions/PackCondition.tsx';
import { useDesigning } from '../DesignerContext.ts';

interface OptionalConditionProps {
  readonly label: string;
  readonly always: string;
  readonly add: string;
  readonly value: string | undefined;
  /** What may be asked about; left out: what is known at intake. */
  readonly scope?: 'intake' | 'case';
  /** Begins with one that can be changed; undefined removes it. */
  readonly onChange: (value: string | undefined) => void;
}

/** A condition, or none: then it always holds. */
export function OptionalCondition({
  label,
  always,
  add,
  value,
  scope = 'intake',
  onChange,
}: OptionalConditionProps) {
  const designing = useDesigning();
  const { readOnly } = designing;
  if (value === undefined)
    return (
      <div className="owd-field">
        <span className="owd-label">{label}</span>
        <span className="owd-row">
          {always}
          <Button size="small" disabled={readOnly} onClick={() => onChange(firstCondition(designing))}>
            {add}
          </Button>
        </span>
      </div>
    );
  return (
    <PackCondition
      label={label}
      scope={scope}
      value={value}
      onChange={(text) => onChange(text.trim() === '' ? undefined : text.trim())}
    />
  );
}
