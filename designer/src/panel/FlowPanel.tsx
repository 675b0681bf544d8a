import { Button } from 'antd';
import { useState } from 'react';
import { findConditionVariables } from '../bpmn/findVariables.ts';
import type { BpmnConnection, BpmnElement } from '../bpmn/modelerTypes.ts';
import { attribute, conditionOf } from '../bpmn/PackEditor.ts';
import { useDesigning } from '../DesignerContext.ts';
import {
  type Operator,
  operators,
  readCondition,
  type SimpleCondition,
  toValue,
  writeCondition,
} from '../model/condition.ts';
import { CheckInput } from './CheckInput.tsx';
import { ChoiceInput } from './ChoiceInput.tsx';
import { describeCondition } from './describeCondition.ts';
import { TextInput } from './TextInput.tsx';

/** When a flow out of a branch is taken. */
export function FlowPanel({ flow }: { readonly flow: BpmnElement }) {
  const { editor, texts } = useDesigning();
  const { source, target } = flow as BpmnConnection;
  const ends = texts.flowFrom(nameOf(source), nameOf(target));
  const branching =
    /Gateway$/.test(source.type) && source.type !== 'bpmn:ParallelGateway' && source.outgoing.length > 1;
  const isDefault = (source.businessObject.get('default') as { id?: string } | undefined)?.id === flow.id;
  return (
    <>
      <p className="owd-help">{ends}</p>
      {branching && (
        <CheckInput
          label={texts.isDefault}
          checked={isDefault}
          onChange={(on) => {
            editor.together(() => {
              if (on) editor.setCondition(flow, '');
              editor.setDefault(source, flow, on);
            });
          }}
        />
      )}
      {branching && !isDefault && <Condition flow={flow} />}
    </>
  );
}

function Condition({ flow }: { readonly flow: BpmnElement }) {
  const { editor, manifest, texts, locale, readOnly } = useDesigning();
  const text = conditionOf(flow);
  const read = readCondition(text);
  const [writing, setWriting] = useState(text !== '' && read === null);
  const variables = findConditionVariables(editor.service('elementRegistry'), manifest, flow, locale);
  const condition: SimpleCondition = read ?? { variable: 'outcome', operator: '==', value: '' };
  const chosen = variables.find((entry) => entry.name === condition.variable);
  const write = (change: Partial<SimpleCondition>) =>
    editor.setCondition(flow, writeCondition({ ...condition, ...change }));
  const values =
    chosen?.type === 'boolean'
      ? [
          { value: 'true', label: texts.yes },
          { value: 'false', label: texts.no },
        ]
      : (chosen?.values ?? []);
  const commitValue = (typed: string) => write({ value: toValue(typed, chosen?.type ?? 'string') });
  return (
    <fieldset className="owd-outcomes">
      <legend>{texts.condition}</legend>
      <p className="owd-sentence">
        {text === '' ? texts.noCondition : describeCondition(text, variables, texts)}
      </p>
      {writing ? (
        <TextInput
          label={texts.conditionText}
          value={text}
          onCommit={(typed) => editor.setCondition(flow, typed)}
        />
      ) : (
        <>
          <div className="owd-pair">
            <ChoiceInput
              label={texts.variable}
              value={condition.variable}
              choices={variables.map(({ name, label }) => ({ value: name, label }))}
              onChange={(variable) => write({ variable, value: '' })}
            />
            <ChoiceInput
              label={texts.operator}
              value={condition.operator}
              choices={operators.map((operator) => ({ value: operator, label: texts.operators[operator] }))}
              onChange={(operator) => write({ operator: operator as Operator })}
            />
          </div>
          {values.length > 0 ? (
            <ChoiceInput
              label={texts.value}
              value={String(condition.value)}
              choices={values}
              onChange={commitValue}
            />
          ) : (
            <TextInput label={texts.value} value={String(condition.value)} onCommit={commitValue} />
          )}
        </>
      )}
      <div className="owd-row">
        <Button
          size="small"
          disabled={readOnly || (writing && text !== '' && read === null)}
          onClick={() => setWriting(!writing)}
        >
          {writing ? texts.useSimple : texts.useText}
        </Button>
        {text !== '' && (
          <Button size="small" disabled={readOnly} onClick={() => editor.setCondition(flow, '')}>
            {texts.clearCondition}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

function nameOf(element: BpmnElement): string {
  return attribute(element, 'name') || element.id;
}
