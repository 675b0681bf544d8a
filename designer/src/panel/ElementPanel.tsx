import { Button } from 'antd';
import { lazy, memo, Suspense, useState } from 'react';
import type { BpmnElement } from '../bpmn/modelerTypes.ts';
import { attribute, conditionOf } from '../bpmn/PackEditor.ts';
import { useDesigning } from '../DesignerContext.ts';
import { isFlowNode } from '../outline/elementName.ts';
import { technicalTexts } from '../technical/technicalTexts.ts';
import { EventPanel } from './EventPanel.tsx';
import { FlowPanel } from './FlowPanel.tsx';
import { NextList } from './NextList.tsx';
import { panelTexts } from './panelTexts.ts';
import { ServicePanel } from './ServicePanel.tsx';
import { StructurePanel } from './StructurePanel.tsx';
import { TaskPanel } from './TaskPanel.tsx';
import { TextInput } from './TextInput.tsx';

/** Heavy, and for few: it comes when it is asked for. */
const TechnicalView = lazy(() => import('../technical/TechnicalView.tsx'));

/** Properties of the selected element in plain words. */
export const ElementPanel = memo(function ElementPanel({ selected }: { readonly selected: string | null }) {
  const { editor, manifest, texts, locale, readOnly } = useDesigning();
  const words = panelTexts[locale];
  const technical = technicalTexts[locale];
  const [deep, setDeep] = useState(false);
  const element = editor.element(selected) ?? editor.service('canvas').getRootElement();
  const type = texts.types[element.type] ?? element.type.replace('bpmn:', '');
  /** The diagram is written in Chinese; the pack names its steps in both languages. */
  const also = locale === 'en' ? manifest.steps?.[element.id]?.name?.en : undefined;
  const change = !readOnly && (
    <Button size="small" className="owd-change" aria-pressed={deep} onClick={() => setDeep(!deep)}>
      {deep ? technical.plain : technical.show}
    </Button>
  );
  if (deep && !readOnly) {
    return (
      <section className="owd-panel" aria-label={texts.properties}>
        <h2>
          {type}
          <span>{attribute(element, 'name')}</span>
        </h2>
        {change}
        <p className="owd-help">{technical.help}</p>
        <Suspense fallback={<p role="status">{technical.loading}</p>}>
          <TechnicalView />
        </Suspense>
      </section>
    );
  }
  return (
    <section className="owd-panel" aria-label={texts.properties} key={element.id}>
      <h2>
        {type}
        <span>{attribute(element, 'name')}</span>
        {also !== undefined && also !== attribute(element, 'name') && <span>{also}</span>}
      </h2>
      {change}
      <TextInput
        label={texts.name}
        value={attribute(element, 'name')}
        onCommit={(name) => editor.setName(element, name)}
      />
      {words.kinds[element.type] !== undefined && (
        <p className="owd-help">
          {words.kinds[element.type]}
          {/Gateway$/.test(element.type) && element.outgoing.length === 1 && element.incoming.length > 1
            ? words.joins
            : ''}
        </p>
      )}
      {element.type === 'bpmn:UserTask' && <TaskPanel task={element} />}
      {/Event$/.test(element.type) && <EventPanel event={element} />}
      {element.type === 'bpmn:SequenceFlow' && <FlowPanel flow={element} />}
      {(element.type === 'bpmn:ServiceTask' || element.type === 'bpmn:BusinessRuleTask') && (
        <ServicePanel task={element} />
      )}
      {isFlowNode(element) && element.type !== 'bpmn:EndEvent' && <NextList element={element} />}
      <StructurePanel element={element} />
      <Technical element={element} />
    </section>
  );
});

const technical = [
  'camunda:candidateGroups',
  'camunda:formKey',
  'camunda:type',
  'camunda:topic',
  'camunda:decisionRef',
  'camunda:resultVariable',
  'camunda:decisionRefBinding',
  'camunda:mapDecisionResult',
];

function Technical({ element }: { readonly element: BpmnElement }) {
  const { texts } = useDesigning();
  const rows = technical
    .map((name) => [name, attribute(element, name)] as const)
    .filter(([, value]) => value !== '');
  const condition = conditionOf(element);
  return (
    <details>
      <summary>{texts.technical}</summary>
      <dl>
        <dt>{texts.identifier}</dt>
        <dd>{element.id}</dd>
        {rows.map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} value`}>{value}</dd>])}
        {condition !== '' && [<dt key="c">conditionExpression</dt>, <dd key="cv">{condition}</dd>]}
      </dl>
    </details>
  );
}
