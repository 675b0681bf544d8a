import type { Value } from '@onewindow/processes/expression';
import { useDesigning } from '../DesignerContext.ts';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import { TextInput } from '../panel/TextInput.tsx';
import { type ConditionField, toLiteral } from './ConditionField.ts';
import { conditionTexts } from './conditionTexts.ts';

interface TryValuesProps {
  readonly fields: readonly ConditionField[];
  readonly given: Readonly<Record<string, Value>>;
  readonly onChange: (given: Readonly<Record<string, Value>>) => void;
}

/** Values to try something out with, one input a field; an empty one is a value that is not known. */
export function TryValues({ fields, given, onChange }: TryValuesProps) {
  const { locale } = useDesigning();
  const texts = conditionTexts[locale];
  const put = (field: ConditionField, text: string) => {
    const { [field.name]: _, ...rest } = given;
    const value = toLiteral(text, field.type);
    onChange(value === undefined ? rest : { ...rest, [field.name]: value });
  };
  return (
    <>
      {fields.map((field) => {
        const value = given[field.name];
        const text = value === undefined || value === null ? '' : String(value);
        const choices =
          field.type === 'boolean'
            ? [
                { value: 'true', label: texts.yes },
                { value: 'false', label: texts.no },
              ]
            : (field.options ?? []);
        return choices.length > 0 ? (
          <ChoiceInput
            key={field.name}
            label={field.label}
            value={text}
            empty={texts.unset}
            choices={choices}
            onChange={(chosen) => put(field, chosen)}
          />
        ) : (
          <TextInput
            key={field.name}
            label={field.label}
            value={text}
            onCommit={(typed) => put(field, typed)}
          />
        );
      })}
    </>
  );
}
