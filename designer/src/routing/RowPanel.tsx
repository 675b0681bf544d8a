import { Button } from 'antd';
import type { ConditionField } from '../conditions/ConditionField.ts';
import { useDesigning } from '../DesignerContext.ts';
import { TextInput } from '../panel/TextInput.tsx';
import { CellInput } from './CellInput.tsx';
import type { DecisionText } from './dmnText.ts';
import { ResultInput } from './ResultInput.tsx';
import { routingTexts } from './routingTexts.ts';

/** What can be done to the chosen row; each is one step of undo. */
export interface RowActions {
  readonly setCell: (column: number, text: string) => void;
  /** Makes the texts of a column days, which have an order. */
  readonly orderDays: (column: number) => void;
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
  readonly outputs: readonly ConditionField[];
  readonly actions: RowActions;
}

/** One row of a table: what it asks of each input, what it gives, what it is for. */
export function RowPanel({ table, row, inputs, outputs, actions }: RowPanelProps) {
  const { locale, readOnly } = useDesigning();
  const words = routingTexts[locale];
  const rule = table.rules[row];
  if (rule === undefined) return null;
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
          onOrderDays={() => actions.orderDays(column)}
        />
      ))}
      {outputs.map((output, column) => (
        <ResultInput
          key={`${row} ${column}`}
          output={output}
          value={rule.outputs[column] ?? ''}
          onChange={(text) => actions.setCell(table.inputs.length + column, text)}
        />
      ))}
      <TextInput
        label={words.remark}
        rows={2}
        value={rule.description}
        onCommit={(text) => actions.setRemark(text.trim())}
      />
    </section>
  );
}
