import { type Scalar, toDay } from '@onewindow/processes/dmn';
import type { Value } from '@onewindow/processes/expression';
import type { ConditionField } from '../conditions/ConditionField.ts';
import { TryValues } from '../conditions/TryValues.tsx';
import { useDesigning } from '../DesignerContext.ts';
import { sayOutput } from './cellTest.ts';
import type { DecisionText } from './dmnText.ts';
import type { TryResult } from './judgeTable.ts';
import { routingTexts } from './routingTexts.ts';
import { isDayColumn } from './tableFields.ts';

type Given = Readonly<Record<string, Value>>;

interface TryTableProps {
  readonly table: DecisionText;
  readonly inputs: readonly ConditionField[];
  readonly outputs: readonly ConditionField[];
  readonly given: Given;
  readonly result: TryResult;
  readonly onChange: (given: Given) => void;
}

/** Tries a table out: values in, the row that a case would meet and what it gives out. */
export function TryTable({ table, inputs, outputs, given, result, onChange }: TryTableProps) {
  const { locale } = useDesigning();
  const words = routingTexts[locale];
  const say = (): string => {
    if (result.kind === 'open')
      return words.open(words.list(result.missing.map((column) => inputs[column]?.label ?? '')));
    if (result.kind === 'unjudged') return words.tryUnjudged(result.row + 1);
    const [first] = result.rows;
    if (first === undefined) return words.noHit;
    const different = new Set(result.rows.map((row) => table.rules[row]?.outputs.join('\n')));
    if (result.rows.length > 1 && (table.hitPolicy === 'UNIQUE' || different.size > 1))
      return words.hitMany(words.list(result.rows.map((row) => String(row + 1))));
    const results = outputs.map((output, column) =>
      sayOutput(table.rules[first]?.outputs[column] ?? '', output, words),
    );
    return words.hit(first + 1, words.list(results));
  };
  return (
    <section className="owd-try owd-trytable" aria-label={words.tryTitle}>
      <h3>{words.tryTitle}</h3>
      <p className="owd-help">{words.tryHelp}</p>
      <div className="owd-tryfields">
        <TryValues fields={inputs} given={given} onChange={onChange} />
      </div>
      <output aria-live="polite">{say()}</output>
    </section>
  );
}

/** The values by column. */
export function byColumn(inputs: readonly ConditionField[], given: Given): (Scalar | undefined)[] {
  return inputs.map((input) => {
    const value = given[input.name] ?? undefined;
    return isDayColumn(input) && typeof value === 'string' ? toDay(value) : value;
  });
}
