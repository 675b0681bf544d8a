import { Button, Input } from 'antd';
import { useId } from 'react';
import { useDesigning } from '../DesignerContext.ts';
import { CheckInput } from '../panel/CheckInput.tsx';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import { TextInput } from '../panel/TextInput.tsx';
import { type ConditionField, type FieldType, operatorsFor, toLiteral, typeOf } from './ConditionField.ts';
import { conditionTexts } from './conditionTexts.ts';
import { type Literal, type Operator, standsAlone, type Test, takesMany } from './conditionTree.ts';
import { ManyValues } from './ManyValues.tsx';
import { sayTest } from './sayCondition.ts';

interface TestRowProps {
  readonly test: Test;
  readonly fields: readonly ConditionField[];
  /** The comparisons that the language of the condition has; left out: all. */
  readonly allowed?: readonly Operator[] | undefined;
  /** Whether a field may be compared with another one. */
  readonly withOther: boolean;
  readonly onChange: (test: Test) => void;
  readonly onRemove: () => void;
}

/** One comparison: what, how, with what. */
export function TestRow({ test, fields, allowed, withOther, onChange, onRemove }: TestRowProps) {
  const { locale, readOnly } = useDesigning();
  const texts = conditionTexts[locale];
  const field = fields.find((one) => one.name === test.field);
  const type = typeOf(field, test.values);
  const byDate = texts.dateOperators as Readonly<Record<string, string>>;
  const wordOf = (operator: Operator) =>
    (type === 'date' ? byDate[operator] : undefined) ?? texts.operators[operator];
  const chooseField = (name: string) => {
    const next = fields.find((one) => one.name === name);
    const nextType = typeOf(next, []);
    const { other: _, ...rest } = test;
    if (nextType === type && next?.options === undefined && field?.options === undefined)
      return onChange({ ...test, field: name });
    const [first = 'is'] = operatorsFor(nextType, nextType === 'set' ? 'contains' : 'is', allowed);
    onChange({ ...rest, field: name, operator: first, values: [] });
  };
  const chooseOperator = (operator: Operator) => {
    const { other, ...rest } = test;
    const most = standsAlone(operator)
      ? 0
      : takesMany(operator)
        ? test.values.length
        : operator === 'between'
          ? 2
          : 1;
    const values = test.values.slice(0, most);
    const keeps =
      other !== undefined && !standsAlone(operator) && !takesMany(operator) && operator !== 'between';
    onChange({ ...rest, operator, values, ...(keeps ? { other } : {}) });
  };
  const others = fields.filter((one) => one.name !== test.field && one.type === type);
  const range = test.operator === 'between';
  const mayHaveOther = withOther && !standsAlone(test.operator) && !takesMany(test.operator) && !range;
  return (
    <li className="owd-test">
      <ChoiceInput
        label={texts.field}
        value={test.field}
        empty={texts.choose}
        choices={fields.map(({ name, label }) => ({ value: name, label }))}
        onChange={chooseField}
      />
      <div className="owd-pair">
        <ChoiceInput
          label={texts.operator}
          value={test.operator}
          choices={operatorsFor(type, test.operator, allowed).map((operator) => ({
            value: operator,
            label: wordOf(operator),
          }))}
          onChange={(operator) => chooseOperator(operator as Operator)}
        />
        {!standsAlone(test.operator) && !takesMany(test.operator) && !range && test.other === undefined && (
          <OneValue
            label={texts.value}
            type={type}
            value={test.values[0]}
            options={field?.options ?? []}
            onChange={(value) => onChange({ ...test, values: value === undefined ? [] : [value] })}
          />
        )}
        {test.other !== undefined && (
          <ChoiceInput
            label={texts.otherField}
            value={test.other}
            empty={texts.choose}
            choices={others.map(({ name, label }) => ({ value: name, label }))}
            onChange={(other) => onChange({ ...test, other })}
          />
        )}
      </div>
      {range && (
        <div className="owd-pair">
          {([0, 1] as const).map((at) => (
            <OneValue
              key={at}
              label={at === 0 ? texts.from : texts.to}
              type={type}
              value={test.values[at] === '' ? undefined : test.values[at]}
              options={[]}
              onChange={(value) => {
                const both = [test.values[0] ?? '', test.values[1] ?? ''];
                both[at] = value ?? '';
                onChange({ ...test, values: both });
              }}
            />
          ))}
        </div>
      )}
      {takesMany(test.operator) && (
        <ManyValues
          values={test.values}
          options={field?.options ?? []}
          onChange={(values) => onChange({ ...test, values })}
        />
      )}
      <div className="owd-row">
        {mayHaveOther && (test.other !== undefined || others.length > 0) ? (
          <CheckInput
            label={texts.another}
            checked={test.other !== undefined}
            onChange={(on) => {
              const { other: _, ...rest } = test;
              onChange(on ? { ...rest, values: [], other: '' } : rest);
            }}
          />
        ) : (
          <span />
        )}
        <Button
          size="small"
          disabled={readOnly}
          aria-label={texts.remove(sayTest(test, fields, texts))}
          onClick={onRemove}
        >
          ✕
        </Button>
      </div>
    </li>
  );
}

interface OneValueProps {
  readonly label: string;
  readonly type: FieldType;
  readonly value: Literal | undefined;
  readonly options: NonNullable<ConditionField['options']>;
  readonly onChange: (value: Literal | undefined) => void;
}

function OneValue({ label, type, value, options, onChange }: OneValueProps) {
  const { locale, readOnly } = useDesigning();
  const texts = conditionTexts[locale];
  const id = useId();
  const text = value === undefined ? '' : String(value);
  const choices =
    type === 'boolean'
      ? [
          { value: 'true', label: texts.yes },
          { value: 'false', label: texts.no },
        ]
      : options;
  if (choices.length > 0) {
    return (
      <ChoiceInput
        label={label}
        value={text}
        empty={texts.choose}
        choices={choices}
        onChange={(chosen) => onChange(toLiteral(chosen, type))}
      />
    );
  }
  if (type === 'date') {
    return (
      <div className="owd-field">
        <label htmlFor={id}>{label}</label>
        <Input
          id={id}
          type="date"
          value={text}
          readOnly={readOnly}
          onChange={(event) => onChange(toLiteral(event.target.value, type))}
        />
      </div>
    );
  }
  return <TextInput label={label} value={text} onCommit={(typed) => onChange(toLiteral(typed, type))} />;
}
