import type { BpmnElement } from '../bpmn/modelerTypes.ts';
import { attribute } from '../bpmn/PackEditor.ts';
import type { DesignerTexts } from '../i18n/designerTexts.ts';

/** What an element is called in words: its name, else what it is with its id. */
export function elementName(element: BpmnElement, texts: DesignerTexts): string {
  const name = attribute(element, 'name');
  if (name !== '') return name.replace(/\s+/g, ' ');
  if (isMerge(element)) return texts.merge;
  const type = texts.types[element.type];
  return type === undefined ? element.id : `${type} ${element.id}`;
}

/** A gateway where ways come together again: it asks nothing, so nobody names it. */
export function isMerge(element: BpmnElement): boolean {
  return /Gateway$/.test(element.type) && element.incoming.length > 1 && element.outgoing.length <= 1;
}

/** A node of the flow: neither a line nor a label nor an annotation. */
export function isFlowNode(element: BpmnElement): boolean {
  return (
    element.labelTarget === undefined &&
    element.type !== 'label' &&
    element.parent !== undefined &&
    element.parent !== null &&
    /(Task|Gateway|Event|SubProcess|CallActivity)$/.test(element.type)
  );
}
