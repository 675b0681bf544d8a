import type { ConditionField } from '../conditions/ConditionField.ts';
import { useDesigning } from '../DesignerContext.ts';
import { sayCell, sayOutput } from './cellTest.ts';
import type { DecisionText } from './dmnText.ts';
import { routingTexts } from './routingTexts.ts';

interface TableGridProps {
  readonly table: DecisionText;
  readonly inputs: readonly ConditionField[];
  readonly outputs: readonly ConditionField[];
  readonly chosen: number;
  /** Rows that something is wrong with, and the one that the try-out met. */
  readonly faulty: ReadonlySet<number>;
  readonly hits: readonly number[];
  readonly onChoose: (row: number) => void;
  /** Undefined: no column may go. */
  readonly onRemoveInput: ((column: number) => void) | undefined;
}

/** The table in words, a line a row; a row is chosen by its number. */
export function TableGrid({
  table,
  inputs,
  outputs,
  chosen,
  faulty,
  hits,
  onChoose,
  onRemoveInput,
}: TableGridProps) {
  const { locale } = useDesigning();
  const words = routingTexts[locale];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <div className="owd-tablescroll" role="region" aria-label={table.name} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.rowHead}</th>
            {inputs.map((field, column) => (
              <th key={column} scope="col">
                {onRemoveInput !== undefined && (
                  <button
                    type="button"
                    aria-label={words.removeInput(field.label)}
                    title={words.removeInput(field.label)}
                    onClick={() => onRemoveInput(column)}
                  >
                    ✕
                  </button>
                )}
                {field.label}
              </th>
            ))}
            {outputs.map((output, column) => (
              <th key={column} scope="col" className="owd-given">
                {output.label || words.result}
              </th>
            ))}
            <th scope="col">{words.remark}</th>
          </tr>
        </thead>
        <tbody>
          {table.rules.map((rule, row) => (
            <tr
              key={row}
              className={[
                row === chosen ? 'owd-chosen' : '',
                faulty.has(row) ? 'owd-faulty' : '',
                hits.includes(row) ? 'owd-hit' : '',
              ].join(' ')}
            >
              <th scope="row">
                <button type="button" aria-current={row === chosen} onClick={() => onChoose(row)}>
                  {words.row(row + 1)}
                  {faulty.has(row) && <span aria-hidden="true"> ⚠</span>}
                  {hits.includes(row) && <span aria-hidden="true"> ✓</span>}
                </button>
              </th>
              {inputs.map((field, column) => {
                const cell = rule.inputs[column] ?? '';
                return (
                  <td key={column} className={cell === '-' || cell === '' ? 'owd-any' : ''}>
                    {sayCell(cell, field, words)}
                  </td>
                );
              })}
              {outputs.map((output, column) => (
                <td key={column} className="owd-given">
                  {sayOutput(rule.outputs[column] ?? '', output, words)}
                </td>
              ))}
              <td>{rule.description}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
