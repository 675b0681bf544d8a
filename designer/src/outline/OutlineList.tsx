import { Input } from 'antd';
import { useState } from 'react';
import type { BpmnElement } from '../bpmn/modelerTypes.ts';
import { attribute, conditionOf } from '../bpmn/PackEditor.ts';
import { useDesigning } from '../DesignerContext.ts';
import type { Finding } from '../model/packFiles.ts';
import { orderByFlow } from './orderByFlow.ts';

interface OutlineListProps {
  readonly selected: string | null;
  readonly findings: readonly Finding[];
}

/** Every element of the process in the order of its flow: the way to reach and edit each of them without a mouse. */
export function OutlineList({ selected, findings }: OutlineListProps) {
  const { editor, texts } = useDesigning();
  const [filter, setFilter] = useState('');
  const elements = orderByFlow(editor.service('elementRegistry').filter(isShown));
  const wanted = elements.filter((element) =>
    label(element).toLowerCase().includes(filter.trim().toLowerCase()),
  );
  return (
    <nav className="owd-outline" aria-label={texts.outline}>
      <h2>{texts.outline}</h2>
      <Input
        size="small"
        allowClear
        aria-label={texts.outlineFilter}
        placeholder={texts.outlineFilter}
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      <ul>
        {wanted.map((element) => {
          const count = findings.filter((finding) => finding.element === element.id).length;
          return (
            <li key={element.id}>
              <button
                type="button"
                aria-current={element.id === selected}
                className={element.type === 'bpmn:SequenceFlow' ? 'owd-flow' : ''}
                onClick={() => editor.show(element.id)}
              >
                <small>{texts.types[element.type] ?? element.type.replace('bpmn:', '')}</small>
                <span>{label(element)}</span>
                {count > 0 && <em>{count}</em>}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Shapes of the process, and the flows that say something. */
function isShown(element: BpmnElement): boolean {
  if (
    element.labelTarget !== undefined ||
    element.type === 'label' ||
    element.parent === undefined ||
    element.parent === null
  )
    return false;
  if (element.type !== 'bpmn:SequenceFlow') return element.waypoints === undefined;
  const source = (element as { source?: BpmnElement }).source;
  return (
    conditionOf(element) !== '' ||
    attribute(element, 'name') !== '' ||
    (source !== undefined && /Gateway$/.test(source.type) && source.outgoing.length > 1)
  );
}

function label(element: BpmnElement): string {
  return attribute(element, 'name') || element.id;
}
