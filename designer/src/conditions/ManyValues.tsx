import { useDesigning } from '../DesignerContext.ts';
import { CheckInput } from '../panel/CheckInput.tsx';
import { TextInput } from '../panel/TextInput.tsx';
import type { ConditionField } from './ConditionField.ts';
import { conditionTexts } from './conditionTexts.ts';
import type { Literal } from './conditionTree.ts';

interface ManyValuesProps {
  readonly values: readonly Literal[];
  readonly options: NonNullable<ConditionField['options']>;
  readonly onChange: (values: readonly Literal[]) => void;
}

/** Several values: ticked where there are options, one a line where there are none. */
export function ManyValues({ values, options, onChange }: ManyValuesProps) {
  const { locale } = useDesigning();
  const texts = conditionTexts[locale];
  if (options.length === 0) {
    return (
      <TextInput
        label={texts.valuesByLine}
        rows={3}
        value={values.join('\n')}
        onCommit={(text) =>
          onChange(
            text
              .split('\n')
              .map((line) => line.trim())
              .filter((line) => line !== ''),
          )
        }
      />
    );
  }
  // What is chosen but no longer offered stays to be seen and taken out.
  const foreign = values.map(String).filter((value) => !options.some((option) => option.value === value));
  const all = [...options, ...foreign.map((value) => ({ value, label: value }))];
  return (
    <fieldset className="owd-many">
      <legend>{texts.values}</legend>
      {all.map((option) => (
        <CheckInput
          key={option.value}
          label={option.label}
          checked={values.includes(option.value)}
          onChange={(on) =>
            onChange(
              all
                .filter((one) => (one.value === option.value ? on : values.includes(one.value)))
                .map((one) => one.value),
            )
          }
        />
      ))}
    </fieldset>
  );
}
