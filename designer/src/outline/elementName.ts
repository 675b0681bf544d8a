import type { BpmnElement } from '../bpmn/modelerTypes.ts';
import { attribute } from '../bpmn/PackEditor.ts';
import type { DesignerTexts } from '../i18n/designerTexts.ts';

/** Most ways of a gateway that its words name. */
const MOST_WAYS = 3;

/** What an element is called in words: its name, else what it is and where it stands; its id where nothing else tells. */
export function elementName(element: BpmnElement, texts: DesignerTexts): string {
  const name = attribute(element, 'name');
  if (name !== '') return name.replace(/\s+/g, ' ');
  if (isMerge(element)) return texts.merge;
  const type = texts.types[element.type];
  if (type === undefined) return element.id;
  const place = placeWords(element, texts);
  return place === '' ? `${type} ${element.id}` : texts.namedBy(type, place);
}

/** An element without a name, told by its named neighbours: where a gateway leads, what an event comes after; '' where they have no names either. */
export function placeWords(element: BpmnElement, texts: DesignerTexts): string {
  const named = (list: readonly (BpmnElement | undefined)[]) =>
    list.map((one) => (one === undefined ? '' : attribute(one, 'name').replace(/\s+/g, ' '))).filter(Boolean);
  if (/Gateway$/.test(element.type) && element.outgoing.length > 1) {
    const ways = element.outgoing.flatMap((flow) => named([flow])[0] ?? named([flow.target])[0] ?? []);
    const shown = ways.slice(0, MOST_WAYS).join('／');
    return ways.length > MOST_WAYS ? `${shown}…` : shown;
  }
  const [before] = named(element.incoming.map(({ source }) => source));
  if (before !== undefined) return texts.after(before);
  const [behind] = named(element.outgoing.map(({ target }) => target));
  return behind === undefined ? '' : texts.before(behind);
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
