import type { BpmnElement } from '../bpmn/modelerTypes.ts';
import { conditionOf } from '../bpmn/PackEditor.ts';
import { listFlowFields } from '../conditions/listConditionFields.ts';
import { readConditionTree } from '../conditions/readCondition.ts';
import { sayCondition } from '../conditions/sayCondition.ts';
import { useDesigning } from '../DesignerContext.ts';
import { elementName } from '../outline/elementName.ts';
import { panelTexts } from './panelTexts.ts';
import './next.css';

/** Where a case goes from here, each way in a sentence that leads to its flow. */
export function NextList({ element }: { readonly element: BpmnElement }) {
  const { editor, manifest, files, departments, texts: all, locale } = useDesigning();
  const texts = panelTexts[locale];
  const flows = element.outgoing.filter(({ type }) => type === 'bpmn:SequenceFlow');
  const otherwise = (element.businessObject.get('default') as { id?: string } | undefined)?.id;
  const parts = /(Exclusive|Inclusive)Gateway$/.test(element.type) && flows.length > 1;
  const say = (flow: BpmnElement, condition: string) => {
    const tree = readConditionTree(condition, 'bpmn');
    if (tree === null) return condition;
    const pack = { manifest, files, locale, departments };
    return sayCondition(tree, listFlowFields(editor.service('elementRegistry'), flow, pack), locale);
  };
  return (
    <fieldset className="owd-outcomes">
      <legend>{texts.next}</legend>
      {flows.length === 0 && <p className="owd-help">{texts.none}</p>}
      <ul className="owd-next">
        {flows.map((flow) => {
          const to = elementName(flow.target, all);
          const condition = conditionOf(flow);
          const sentence =
            flow.id === otherwise
              ? texts.otherwise(to)
              : condition !== ''
                ? texts.when(say(flow, condition), to)
                : parts
                  ? texts.unset(to)
                  : texts.always(to);
          return (
            <li key={flow.id}>
              <button type="button" title={texts.show} onClick={() => editor.show(flow.id)}>
                {sentence}
              </button>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
