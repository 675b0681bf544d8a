import { Button } from 'antd';
import type { BpmnElement } from '../bpmn/modelerTypes.ts';
import { attribute } from '../bpmn/PackEditor.ts';
import { useDesigning } from '../DesignerContext.ts';
import { elementName, isFlowNode } from '../outline/elementName.ts';
import { outlineTexts } from '../outline/outlineTexts.ts';
import { ChoiceInput } from './ChoiceInput.tsx';

const appendable = [
  'bpmn:UserTask',
  'bpmn:ServiceTask',
  'bpmn:BusinessRuleTask',
  'bpmn:ExclusiveGateway',
  'bpmn:ParallelGateway',
  'bpmn:EndEvent',
];

/** The drawing itself: nothing comes before or after it. */
const whole: readonly string[] = ['bpmn:Process', 'bpmn:Collaboration'];
/** Pools and lanes hold steps and have no flows. */
const holders: readonly string[] = ['bpmn:Participant', 'bpmn:Lane'];

/** Adds, connects and deletes without a mouse. */
export function StructurePanel({ element }: { readonly element: BpmnElement }) {
  const { editor, texts, locale, readOnly } = useDesigning();
  if (readOnly || whole.includes(element.type)) return null;
  const isNode = element.waypoints === undefined;
  const leads =
    isNode &&
    !holders.includes(element.type) &&
    element.type !== 'bpmn:EndEvent' &&
    element.type !== 'bpmn:TextAnnotation';
  const reached = new Set(element.outgoing.map((flow) => flow.target.id));
  const targets = editor
    .service('elementRegistry')
    .filter(
      (other) =>
        isFlowNode(other) &&
        other.id !== element.id &&
        !reached.has(other.id) &&
        other.type !== 'bpmn:StartEvent',
    );
  return (
    <fieldset className="owd-outcomes">
      <legend>{texts.structure}</legend>
      {leads && (
        <div className="owd-pair">
          <ChoiceInput
            label={texts.append}
            value=""
            empty={texts.choose}
            choices={appendable.map((type) => ({ value: type, label: texts.types[type] ?? type }))}
            onChange={(type) => type !== '' && editor.append(element, type)}
          />
          <ChoiceInput
            label={texts.connect}
            value=""
            empty={texts.choose}
            choices={targets.map((other) => ({
              value: other.id,
              label: attribute(other, 'name') || other.id,
            }))}
            onChange={(id) => {
              const target = editor.element(id);
              if (target !== undefined) editor.connect(element, target);
            }}
          />
        </div>
      )}
      <Button
        size="small"
        danger
        onClick={() => editor.remove(element, outlineTexts[locale].said.removed(elementName(element, texts)))}
      >
        {texts.remove}
      </Button>
    </fieldset>
  );
}
