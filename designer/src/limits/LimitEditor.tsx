import type { Limit } from '@onewindow/clocks';
import { useId } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { said } from '../i18n/marks.ts';
import { Place } from '../panel/Place.tsx';
import { TextInput } from '../panel/TextInput.tsx';
import { limitTexts } from './limitTexts.ts';
import {
  allUnits,
  readWritten,
  type Unit,
  withAmount,
  withCite,
  withUnit,
  writeLimit,
} from './writtenLimit.ts';

interface LimitEditorProps {
  readonly label: string;
  /** Place in pack.yaml, such as `limits.promised`. */
  readonly place: string;
  readonly value: unknown;
  readonly onChange: (written: unknown) => void;
  /** What holds where nothing is written; left out: something must be. */
  readonly absent?: string;
  /** Asks for the article too. */
  readonly cited?: boolean;
  readonly units?: readonly Unit[];
  /** What is remarkable about it: longer than the item's limit, say. */
  readonly warning?: string | undefined;
}

/** Amount, unit and article of a limit. */
export function LimitEditor(props: LimitEditorProps) {
  const { label, place, value, onChange, absent, cited = false, units = allUnits, warning } = props;
  const { readOnly, locale } = useDesigning();
  const texts = limitTexts[locale];
  const id = useId();
  const limit = readWritten(value);
  const change = (next: Limit) => onChange(writeLimit(next));
  const counted = limit !== null && 'value' in limit;
  return (
    <Place at={place}>
      <div className="owd-limit">
        <div className="owd-field">
          <label htmlFor={id}>{label}</label>
          <div className="owd-limit-row">
            <input
              id={id}
              type="number"
              min={1}
              aria-label={said(label, texts.amount, locale)}
              aria-describedby={warning === undefined ? undefined : `${id}-warning`}
              disabled={readOnly || !counted}
              value={counted ? limit.value : ''}
              onChange={(event) => {
                const typed = Number(event.target.value);
                if (limit !== null && typed >= 1) change(withAmount(limit, typed));
              }}
            />
            <select
              aria-label={said(label, texts.unit, locale)}
              value={limit?.unit ?? ''}
              disabled={readOnly}
              onChange={(event) =>
                event.target.value === ''
                  ? onChange(undefined)
                  : change(withUnit(limit, event.target.value as Unit))
              }
            >
              {(absent !== undefined || limit === null) && <option value="">{absent ?? ''}</option>}
              {units.map((unit) => (
                <option key={unit} value={unit}>
                  {texts.units[unit]}
                </option>
              ))}
            </select>
          </div>
          {warning !== undefined && (
            <p id={`${id}-warning`} className="owd-warning">
              ⚠ {warning}
            </p>
          )}
        </div>
        {cited && limit !== null && limit.unit !== 'none' && (
          <TextInput
            label={said(label, texts.cite, locale)}
            value={limit.cite ?? ''}
            onCommit={(cite) => change(withCite(limit, cite))}
          />
        )}
      </div>
    </Place>
  );
}
