import { useId } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { sayAbout } from '../i18n/punctuate.ts';
import { type LimitUnit, limitUnits, readLimit, writeLimit } from '../model/limit.ts';

interface LimitInputProps {
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (limit: string) => void;
}

/** Amount and unit of a limit. */
export function LimitInput({ label, value, onChange }: LimitInputProps) {
  const { texts, locale, readOnly } = useDesigning();
  const id = useId();
  const limit = readLimit(value);
  const { amount, unit } = limit ?? { amount: 0, unit: 'workday' as LimitUnit };
  return (
    <div className="owd-field">
      <label htmlFor={id}>{label}</label>
      <div className="owd-pair">
        <input
          id={id}
          type="number"
          min={1}
          max={999}
          disabled={readOnly}
          value={limit === null ? '' : amount}
          placeholder={texts.none}
          onChange={(event) => {
            const typed = Math.trunc(Number(event.target.value));
            if (typed >= 1 && typed <= 999) onChange(writeLimit({ amount: typed, unit }));
          }}
        />
        <select
          aria-label={sayAbout(locale, label, texts.unit)}
          value={unit}
          disabled={readOnly || limit === null}
          onChange={(event) => onChange(writeLimit({ amount, unit: event.target.value as LimitUnit }))}
        >
          {limitUnits.map((entry) => (
            <option key={entry} value={entry}>
              {texts.units[entry]}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
