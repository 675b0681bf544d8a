import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { attribute } from '../bpmn/PackEditor.ts';
import type { ConditionField } from '../conditions/ConditionField.ts';
import { declareNamed } from '../conditions/declareNamed.ts';
import type { OfferedField } from '../conditions/offerFields.ts';
import { useDesigning } from '../DesignerContext.ts';
import { ChoiceInput } from '../panel/ChoiceInput.tsx';
import { writeScalar } from './cellTest.ts';
import { addDecision } from './dmnText.ts';
import { routingTexts } from './routingTexts.ts';
import { expressionOf, typeRefOf } from './tableFields.ts';

type Kind = 'department' | 'boolean' | 'text';

interface NewTableDialogProps {
  readonly known: readonly ConditionField[];
  /** Those of them that are not declared yet. */
  readonly offered: readonly OfferedField[];
  readonly taken: readonly string[];
  readonly onCreated: (id: string) => void;
  readonly onClose: () => void;
}

/** Begins a table and, where wanted, has a decision of the process use it: one step of undo. */
export function NewTableDialog({ known, offered, taken, onCreated, onClose }: NewTableDialogProps) {
  const { editor, files, manifest, locale, departments } = useDesigning();
  const words = routingTexts[locale];
  const prefix = useId();
  const tasks = editor
    .service('elementRegistry')
    .filter(
      (element) =>
        element.type === 'bpmn:BusinessRuleTask' && attribute(element, 'camunda:decisionRef') === '',
    );
  const [name, setName] = useState('');
  const [key, setKey] = useState('');
  const [result, setResult] = useState('');
  const [kind, setKind] = useState<Kind>('department');
  const [input, setInput] = useState(known[0]?.name ?? '');
  const [task, setTask] = useState(tasks[0]?.id ?? '');
  const [value, setValue] = useState('');
  const choices =
    kind === 'boolean'
      ? [
          { value: 'true', label: words.yes },
          { value: 'false', label: words.no },
        ]
      : kind === 'department'
        ? departments.map(({ id, name: label }) => ({ value: id, label }))
        : [];
  const fallback =
    value !== ''
      ? value
      : kind === 'department'
        ? (manifest.department ?? '')
        : kind === 'boolean'
          ? 'false'
          : '';
  const badKey = key !== '' && (!/^[a-z][a-z0-9-]{0,60}$/.test(key) || taken.includes(key));
  const badResult =
    result !== '' &&
    (!/^[a-z][A-Za-z0-9]{0,60}$/.test(result) || known.some((field) => field.name === result));
  const field = known.find((one) => one.name === input);
  const ready =
    name.trim() !== '' &&
    key !== '' &&
    result !== '' &&
    !badKey &&
    !badResult &&
    field !== undefined &&
    fallback !== '';
  const create = () => {
    if (field === undefined) return;
    const file = [...files.keys()].find((path) => path.endsWith('.dmn')) ?? 'routing.dmn';
    const output = {
      name: result,
      label: name.trim(),
      type: kind === 'boolean' ? 'boolean' : 'string',
      value: kind === 'boolean' ? fallback : writeScalar(fallback),
    };
    const first = { expression: expressionOf(field), label: field.label, type: typeRefOf(field) };
    const element = editor.element(task === '' ? null : task);
    editor.together(() => {
      declareNamed(editor, first.expression, offered);
      editor.setText(
        file,
        addDecision(files.get(file), { id: key, name: name.trim(), input: first, output }),
      );
      if (element !== undefined) {
        editor.setAttributes(element, {
          'camunda:decisionRef': key,
          'camunda:decisionRefBinding': 'deployment',
          'camunda:mapDecisionResult': 'singleEntry',
          'camunda:resultVariable': result,
        });
      }
    });
    onCreated(key);
  };
  const text = (label: string, current: string, set: (next: string) => void, problem = '') => (
    <div className="owd-field">
      <label htmlFor={`${prefix}${label}`}>{label}</label>
      <Input
        id={`${prefix}${label}`}
        value={current}
        maxLength={100}
        status={problem === '' ? '' : 'error'}
        onChange={(event) => set(event.target.value)}
      />
      {problem !== '' && (
        <p role="alert" className="owd-help">
          {problem}
        </p>
      )}
    </div>
  );
  return (
    <Modal
      open
      title={words.newTable}
      okText={words.create}
      cancelText={words.cancel}
      okButtonProps={{ disabled: !ready }}
      onOk={create}
      onCancel={onClose}
    >
      <div className="owd owd-dialog">
        {text(words.newName, name, setName)}
        {text(words.newKey, key, setKey, badKey ? words.keyBad : '')}
        {text(words.newResult, result, setResult, badResult ? words.resultBad : '')}
        <ChoiceInput
          label={words.newKind}
          value={kind}
          choices={(['department', 'boolean', 'text'] as const).map((one) => ({
            value: one,
            label: words.kinds[one],
          }))}
          onChange={(next) => {
            setKind(next as Kind);
            setValue('');
          }}
        />
        <ChoiceInput
          label={words.newInput}
          value={input}
          choices={known.map((one) => ({ value: one.name, label: one.label }))}
          onChange={setInput}
        />
        {choices.length > 0 ? (
          <ChoiceInput label={words.newDefault} value={fallback} choices={choices} onChange={setValue} />
        ) : (
          text(words.newDefault, fallback, setValue)
        )}
        {tasks.length === 0 ? (
          <p className="owd-help">{words.noFreeTask}</p>
        ) : (
          <ChoiceInput
            label={words.newTask}
            value={task}
            empty={words.noTask}
            choices={tasks.map((element) => ({
              value: element.id,
              label: attribute(element, 'name') || element.id,
            }))}
            onChange={setTask}
          />
        )}
      </div>
    </Modal>
  );
}
