import { dayVariable } from '@onewindow/processes/dmn';
import type { Value } from '@onewindow/processes/expression';
import { Button } from 'antd';
import { useState } from 'react';
import { attribute } from '../bpmn/PackEditor.ts';
import type { ConditionField } from '../conditions/ConditionField.ts';
import { declareNamed } from '../conditions/declareNamed.ts';
import type { OfferedField } from '../conditions/offerFields.ts';
import { useDesigning } from '../DesignerContext.ts';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import { TextInput } from '../panel/TextInput.tsx';
import {
  addInput,
  type DecisionText,
  insertRule,
  orderDays,
  removeInput,
  removeRule,
  setCell,
  setDecisionName,
  setDescription,
  setHitPolicy,
  swapRules,
} from './dmnText.ts';
import { FaultList } from './FaultList.tsx';
import { judgeTable, tryTable } from './judgeTable.ts';
import { RowPanel } from './RowPanel.tsx';
import { routingTexts } from './routingTexts.ts';
import { SeveralResults } from './SeveralResults.tsx';
import { TableGrid } from './TableGrid.tsx';
import { byColumn, TryTable } from './TryTable.tsx';
import { expressionOf, inputFields, outputFields, typeRefOf } from './tableFields.ts';

interface DecisionEditorProps {
  readonly table: DecisionText;
  /** What tables may ask about. */
  readonly known: readonly ConditionField[];
  /** Those of them that are not declared yet. */
  readonly offered: readonly OfferedField[];
}

/** One decision table: its rows in words, the chosen row by choices, what is wrong, a try-out. */
export function DecisionEditor({ table, known, offered }: DecisionEditorProps) {
  const { editor, files, locale, readOnly, departments } = useDesigning();
  const words = routingTexts[locale];
  const [chosen, setChosen] = useState(0);
  const [given, setGiven] = useState<Readonly<Record<string, Value>>>({});
  const [said, setSaid] = useState('');
  const { file, id, rules } = table;
  const text = files.get(file) ?? '';
  const inputs = inputFields(table, known);
  const outputs = outputFields(table, departments);
  const faults = judgeTable(table, inputs);
  const result = tryTable(table, byColumn(inputs, given));
  const tried = Object.keys(given).length > 0 && result.kind === 'rows' ? result.rows : [];
  const row = Math.min(chosen, rules.length - 1);
  const write = (after: string, what = '') => {
    editor.setText(file, after);
    setSaid(what);
  };
  const insert = (at: number, like?: DecisionText['rules'][number]) => {
    const blank = {
      description: '',
      inputs: table.inputs.map(() => '-'),
      outputs: outputs.map(({ type }) => (type === 'boolean' ? 'false' : '')),
    };
    write(insertRule(text, id, at, like ?? blank), words.said.added(at + 1));
    setChosen(at);
  };
  const users = editor
    .service('elementRegistry')
    .filter((element) => attribute(element, 'camunda:decisionRef') === id)
    .map((element) => attribute(element, 'name') || element.id);
  const free = known.filter(
    ({ name }) => !table.inputs.some(({ expression }) => (dayVariable(expression) ?? expression) === name),
  );
  return (
    <div className="owd-decision">
      <div className="owd-decisionmain">
        <div className="owd-pair">
          <TextInput
            label={words.name}
            value={table.name}
            onCommit={(name) => name.trim() !== '' && write(setDecisionName(text, id, name.trim()))}
          />
          <ChoiceInput
            label={words.policy}
            value={table.hitPolicy}
            choices={Object.entries(words.policies).map(([value, label]) => ({ value, label }))}
            onChange={(policy) => write(setHitPolicy(text, id, policy))}
          />
        </div>
        <p className="owd-help">{users.length === 0 ? words.unused : words.usedBy(words.list(users))}</p>
        {outputs.length > 1 && <SeveralResults table={table} outputs={outputs} onWrite={write} />}
        <TableGrid
          table={table}
          inputs={inputs}
          outputs={outputs}
          chosen={row}
          faulty={new Set(faults.flatMap((fault) => ('row' in fault ? [fault.row] : [])))}
          hits={tried}
          onChoose={setChosen}
          onRemoveInput={
            readOnly || inputs.length === 1
              ? undefined
              : (column) =>
                  write(removeInput(text, id, column), words.said.inputRemoved(inputs[column]?.label ?? ''))
          }
        />
        <p className="owd-said" aria-live="polite">
          {said}
        </p>
        {!readOnly && (
          <div className="owd-tabletools">
            <Button onClick={() => insert(rules.length)}>{words.addRow}</Button>
            <ChoiceInput
              label={words.addInput}
              value=""
              empty={words.choose}
              choices={free.map(({ name, label }) => ({ value: name, label }))}
              onChange={(name) => {
                const field = free.find((one) => one.name === name);
                if (field === undefined) return;
                const input = { expression: expressionOf(field), label: field.label, type: typeRefOf(field) };
                editor.together(() => {
                  declareNamed(editor, input.expression, offered);
                  write(addInput(text, id, input), words.said.inputAdded(field.label));
                });
              }}
            />
          </div>
        )}
        <FaultList faults={faults} inputs={inputs} onGo={setChosen} />
        <TryTable
          table={table}
          inputs={inputs}
          outputs={outputs}
          given={given}
          result={result}
          onChange={setGiven}
        />
      </div>
      {row >= 0 && (
        <RowPanel
          table={table}
          row={row}
          inputs={inputs}
          outputs={outputs}
          actions={{
            setCell: (column, cell) => write(setCell(text, id, row, column, cell)),
            orderDays: (column) =>
              write(orderDays(text, id, column), words.said.daysOrdered(inputs[column]?.label ?? '')),
            setRemark: (remark) => write(setDescription(text, id, row, remark)),
            move: (by) => {
              write(swapRules(text, id, by === 1 ? row : row - 1), words.said.moved(row + by + 1));
              setChosen(row + by);
            },
            insertAbove: () => insert(row),
            copy: () => insert(row + 1, rules[row]),
            remove: () => {
              write(removeRule(text, id, row), words.said.removed(row + 1));
              setChosen(Math.max(0, row - 1));
            },
          }}
        />
      )}
    </div>
  );
}
