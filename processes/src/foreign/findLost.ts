import { pairElements } from './pairElements.ts';
import { scanXml, xmlLimits } from './scanXml.ts';
import { engineAliases } from './toEditorXml.ts';
import { attributesOf } from './writeTag.ts';
import { isXmlElement, lineOf, splitKey, type XmlElement, type XmlOther, type XmlTree } from './XmlTree.ts';

/** A part of a file that an editor does not know: it is in the original and not in what the editor wrote for it. */
export interface LostPart {
  readonly kind: 'element' | 'attribute' | 'comment' | 'instruction' | 'text';
  /** Name as written in the original; the text of a comment, shortened. */
  readonly name: string;
  readonly namespace: string;
  /** Id of the nearest element around it that has one. */
  readonly element: string | null;
  /** From 1. */
  readonly line: number;
}

/** Attributes that say the same when they are left out (defaults of BPMN 2.0) or that only concern the writer. */
const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const defaults: Readonly<Record<string, string>> = {
  isForCompensation: 'false',
  startQuantity: '1',
  completionQuantity: '1',
  isInterrupting: 'true',
  cancelActivity: 'true',
  parallelMultiple: 'false',
  isCollection: 'false',
  processType: 'None',
  isClosed: 'false',
  gatewayDirection: 'Unspecified',
  isSequential: 'false',
  behavior: 'All',
  triggeredByEvent: 'false',
  instantiate: 'false',
  eventGatewayType: 'Exclusive',
  implementation: '##unspecified',
  expressionLanguage: 'http://www.w3.org/1999/XPath',
  typeLanguage: 'http://www.w3.org/2001/XMLSchema',
  associationDirection: 'None',
  isMarkerVisible: 'false',
  minimum: '0',
  maximum: '1',
  structureRef: '',
  textFormat: 'text/plain',
  itemKind: 'Information',
  isUnlimited: 'false',
  testBefore: 'false',
  ordering: 'Parallel',
  cancelRemainingInstances: 'true',
  method: '##Compensate',
  importType: '',
  isImmediate: 'true',
  mustUnderstand: 'false',
};

/** Everything of `original` that is missing in `rewritten`, in the order of the file. Throws XmlRefused. */
export function findLost(original: string, rewritten: string): LostPart[] {
  const mine = scanXml(original, xmlLimits, engineAliases);
  const theirs = scanXml(rewritten, xmlLimits, engineAliases);
  const pairs = pairElements(mine.root, theirs.root, [original, rewritten]);
  const found: LostPart[] = [];
  const asides = asidesOf(theirs);
  const add = (
    kind: LostPart['kind'],
    name: string,
    namespace: string,
    owner: XmlElement | null,
    at: number,
  ) => found.push({ kind, name, namespace, element: idAround(owner), line: lineOf(original, at) });
  const aside = ({ kind, start, end }: XmlOther, owner: XmlElement | null) => {
    if (kind !== 'comment' && kind !== 'instruction') return;
    const text = original.slice(start, end);
    const left = asides.get(text) ?? 0;
    asides.set(text, left - 1);
    if (left > 0 || text.startsWith('<?xml ')) return;
    add(
      kind,
      text
        .replace(/^<!--|-->$/g, '')
        .trim()
        .slice(0, 60),
      '',
      owner,
      start,
    );
  };
  const visit = (element: XmlElement) => {
    const other = pairs.get(element);
    if (other === undefined) {
      add('element', element.name, splitKey(element.key).namespace, element, element.start);
      return;
    }
    const theirAttributes = attributesOf(other);
    for (const [key, { name, value, start }] of attributesOf(element)) {
      if (theirAttributes.has(key) || saysNothing(key, value)) continue;
      const { namespace, local } = splitKey(key);
      const isDefault =
        namespace === '' && splitKey(element.key).namespace === BPMN && defaults[local] === value;
      if (!isDefault) add('attribute', name, namespace, element, start);
    }
    for (const piece of element.pieces) {
      if (isXmlElement(piece)) visit(piece);
      else aside(piece, element);
    }
  };
  for (const piece of mine.outside) aside(piece, null);
  visit(mine.root);
  return found;
}

/** Comments and instructions of a file, each with how often it occurs. */
function asidesOf({ text, root, outside }: XmlTree): Map<string, number> {
  const counts = new Map<string, number>();
  const count = ({ kind, start, end }: XmlOther) => {
    const aside = text.slice(start, end);
    if (kind === 'comment' || kind === 'instruction') counts.set(aside, (counts.get(aside) ?? 0) + 1);
  };
  const visit = ({ pieces }: XmlElement) => {
    for (const piece of pieces) {
      if (isXmlElement(piece)) visit(piece);
      else count(piece);
    }
  };
  outside.forEach(count);
  visit(root);
  return counts;
}

/** The type of a waypoint, which every waypoint has, is written by some tools and not by others. */
function saysNothing(key: string, value: string): boolean {
  return key === '{http://www.w3.org/2001/XMLSchema-instance}type' && /(^|:)Point$/.test(value);
}

function idAround(element: XmlElement | null): string | null {
  for (let at = element; at !== null; at = at.parent) if (at.id !== undefined && at.parent) return at.id;
  return null;
}
