import { Button } from 'antd';
import type { ConditionField } from '../conditions/ConditionField.ts';
import { useDesigning } from '../DesignerContext.ts';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import { TextInput } from '../panel/TextInput.tsx';
import { CellInput } from './CellInput.tsx';
import { readOutput, writeScalar } from './cellTest.ts';
import type { DecisionText } from './dmnText.ts';
import { routingTexts } from './routingTexts.ts';

/** What can be done to the chosen row; each is one step of undo. */
export interface RowActions {
  readonly setCell: (column: number, text: string) => void;
  readonly setRemark: (text: string) => void;
  readonly move: (by: 1 | -1) => void;
  readonly insertAbove: () => void;
  readonly copy: () => void;
  readonly remove: () => void;
}

interface RowPanelProps {
  readonly table: DecisionText;
  readonly row: number;
  readonly inputs: readonly ConditionField[];
  readonly output: ConditionField;
  readonly actions: RowActions;
}

/** One row of a table: what it asks of each input, what it gives, what it is for. */
export function RowPanel({ table, row, inputs, output, actions }: RowPanelProps) {
  const { locale, readOnly } = useDesigning();
  const words = routingTexts[locale];
  const rule = table.rules[row];
  if (rule === undefined) return null;
  const given = readOutput(rule.outputs[0] ?? '');
  const raw = given === undefined && (rule.outputs[0] ?? '') !== '';
  const setOutput = (text: string) => actions.setCell(table.inputs.length, text);
  const choices =
    output.type === 'boolean'
      ? [
          { value: 'true', label: words.yes },
          { value: 'false', label: words.no },
        ]
      : (output.options ?? []);
  const write = (text: string) => {
    const numeric = output.type === 'number' && Number.isFinite(Number(text));
    setOutput(output.type === 'boolean' || numeric ? text : writeScalar(text));
  };
  return (
    <section className="owd-panel owd-rowpanel" aria-label={words.row(row + 1)}>
      <h2>{words.row(row + 1)}</h2>
      {!readOnly && (
        <div className="owd-buttons">
          <Button size="small" disabled={row === 0} onClick={() => actions.move(-1)}>
            {words.up}
          </Button>
          <Button size="small" disabled={row === table.rules.length - 1} onClick={() => actions.move(1)}>
            {words.down}
          </Button>
          <Button size="small" onClick={actions.insertAbove}>
            {words.addRowAbove}
          </Button>
          <Button size="small" onClick={actions.copy}>
            {words.copyRow}
          </Button>
          <Button size="small" danger onClick={actions.remove}>
            {words.removeRow}
          </Button>
        </div>
      )}
      {inputs.map((field, column) => (
        <CellInput
          key={`${row} ${column}`}
          field={field}
          value={rule.inputs[column] ?? ''}
          onChange={(text) => actions.setCell(column, text)}
        />
      ))}
      <fieldset className="owd-outcomes owd-rulecell">
        <legend>{output.label || words.result}</legend>
        {raw ? (
          <TextInput label={words.resultRaw} value={rule.outputs[0] ?? ''} onCommit={setOutput} />
        ) : choices.length > 0 ? (
          <ChoiceInput
            label={words.result}
            value={given === undefined ? '' : String(given)}
            empty={words.choose}
            choices={choices}
            onChange={(value) => value !== '' && write(value)}
          />
        ) : (
          <TextInput label={words.result} value={given === undefined ? '' : String(given)} onCommit={write} />
        )}
      </fieldset>
      <TextInput
        label={words.remark}
        rows={2}
        value={rule.description}
        onCommit={(text) => actions.setRemark(text.trim())}
      />
    </section>
  );
}
