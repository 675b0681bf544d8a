import type { BpmnConnection, BpmnElement } from '../bpmn/modelerTypes.ts';
import { attribute, conditionOf } from '../bpmn/PackEditor.ts';
import { ConditionBuilder } from '../conditions/ConditionBuilder.tsx';
import { declareNamed } from '../conditions/declareNamed.ts';
import { listFlowFields } from '../conditions/listConditionFields.ts';
import { offeredIn } from '../conditions/offeredIn.ts';
import { TryWays } from '../conditions/TryWays.tsx';
import { useDesigning } from '../DesignerContext.ts';
import { CheckInput } from './CheckInput.tsx';
import { stepsBefore } from './stepsBefore.ts';

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
  const designing = useDesigning();
  const { editor, texts } = designing;
  const { source } = flow as BpmnConnection;
  // What a later step finds out is not known here.
  const earlier = new Set(stepsBefore(source).map(({ id }) => id));
  const offered = offeredIn(designing).filter(
    ({ place: [part, step] }) => part !== 'steps' || earlier.has(String(step)),
  );
  const fields = [
    ...listFlowFields(editor.service('elementRegistry'), flow, designing),
    ...offered.map(({ field }) => field),
  ];
  const fallback = (source.businessObject.get('default') as { id?: string } | undefined)?.id;
  const ways = source.outgoing.map((way) => ({
    id: way.id,
    name: [attribute(way, 'name'), nameOf(way.target)].filter((name) => name !== '').join(' → '),
    condition: conditionOf(way),
    isDefault: way.id === fallback,
  }));
  return (
    <>
      <ConditionBuilder
        key={flow.id}
        label={texts.condition}
        value={conditionOf(flow)}
        fields={fields}
        language="bpmn"
        onChange={(text) =>
          editor.together(() => {
            declareNamed(editor, text, offered);
            editor.setCondition(flow, text);
          })
        }
      />
      <TryWays ways={ways} fields={fields} inclusive={source.type === 'bpmn:InclusiveGateway'} />
    </>
  );
}

function nameOf(element: BpmnElement): string {
  return attribute(element, 'name') || element.id;
}
