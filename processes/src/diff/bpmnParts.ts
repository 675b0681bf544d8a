import type { ModdleElement } from '../bpmn/moddleElement.ts';
import { type BpmnFile, elementsOf } from '../bpmn/readBpmn.ts';
import { isRecord } from '../lint/readForm.ts';
import type { Words } from './changeSchema.ts';
import { same, typeWords, word } from './diffTexts.ts';
import { childrenOf, type Tree, treeOf } from './moddleTree.ts';

/** One element of a process file as it is compared. */
export interface BpmnPart {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly tree: Tree;
}

export interface BpmnParts {
  readonly parts: ReadonlyMap<string, BpmnPart>;
  /** By the id of the element drawn: what the diagram says about it. */
  readonly layout: ReadonlyMap<string, Tree>;
}

const compared = [
  'bpmn:RootElement',
  'bpmn:FlowElement',
  'bpmn:Artifact',
  'bpmn:Lane',
  'bpmn:Participant',
  'bpmn:MessageFlow',
];

/** The elements of a process file, each with everything it says itself, and the drawing apart from them. */
export function bpmnParts({ definitions }: BpmnFile): BpmnParts {
  const parts = new Map<string, BpmnPart>();
  add(definitions, null, parts);
  const layout = new Map<string, Tree>();
  for (const diagram of elementsOf(definitions, 'diagrams')) addLayout(diagram, layout);
  return { parts, layout };
}

/** What a reader calls an element: its kind and name, a flow by what it connects. */
export function nameOfPart({ type, name, tree, id }: BpmnPart, parts: ReadonlyMap<string, BpmnPart>): Words {
  if (type === 'bpmn:SequenceFlow') {
    const { from, to } = endsOf(tree, parts);
    return name === '' ? word('flow', { from, to }) : word('flowNamed', { name, from, to });
  }
  if (type === 'bpmn:Definitions') return typeWords(type);
  return word('named', { type: typeWords(type), name: name === '' ? id : name });
}

/** From where to where a flow leads, in names. */
export function endsOf(tree: Tree, parts: ReadonlyMap<string, BpmnPart>): { from: Words; to: Words } {
  const [from = '', to = ''] = String(tree['route'] ?? '').split(' → ');
  return { from: shortName(from, parts), to: shortName(to, parts) };
}

/** Name of an element by id; the kind and id of one without a name. */
export function shortName(id: string, parts: ReadonlyMap<string, BpmnPart>): Words {
  const part = parts.get(id);
  if (part === undefined) return same(id);
  if (part.name !== '') return same(part.name);
  if (part.type === 'bpmn:SequenceFlow') return word('way', endsOf(part.tree, parts));
  return word('named', { type: typeWords(part.type), name: id });
}

function add(element: ModdleElement, scope: string | null, parts: Map<string, BpmnPart>): void {
  const id = keyOf(element, parts);
  const { sourceRef, targetRef, ...tree } = treeOf(element, (child) => isApart(child));
  const flow = element.$type === 'bpmn:SequenceFlow';
  const nested = scope === null ? {} : { scope };
  parts.set(id, {
    id,
    type: element.$type,
    name: element.name ?? '',
    tree: {
      ...tree,
      ...nested,
      ...(flow
        ? { route: `${String(sourceRef)} → ${String(targetRef)}` }
        : defined({ sourceRef, targetRef })),
    },
  });
  addChildren(element, id, parts);
}

function addChildren(element: ModdleElement, scope: string, parts: Map<string, BpmnPart>): void {
  const inner = element.$instanceOf?.('bpmn:SubProcess') === true ? scope : null;
  for (const child of childrenOf(element)) {
    if (isCompared(child)) add(child, inner, parts);
    else addChildren(child, scope, parts);
  }
}

function isApart(child: ModdleElement): boolean {
  return isCompared(child) || child.$type === 'bpmndi:BPMNDiagram';
}

function isCompared(element: ModdleElement): boolean {
  if (element.$instanceOf?.('bpmn:EventDefinition') === true) return false;
  return compared.some((type) => element.$instanceOf?.(type) === true);
}

function keyOf(element: ModdleElement, parts: ReadonlyMap<string, BpmnPart>): string {
  const id = element.$type === 'bpmn:Definitions' ? '' : (element.id ?? element.$type);
  return parts.has(id) ? `${id}#${parts.size}` : id;
}

function addLayout(element: ModdleElement, layout: Map<string, Tree>): void {
  const nested = (child: ModdleElement) => /^bpmndi:BPMN(Plane|Shape|Edge)$/.test(child.$type);
  const tree = withoutEmptyLabel(treeOf(element, nested));
  const drawn = element.$type === 'bpmndi:BPMNDiagram' ? undefined : tree['bpmnElement'];
  const key = typeof drawn === 'string' ? drawn : (element.id ?? element.$type);
  layout.set(layout.has(key) ? `${key}#${layout.size}` : key, tree);
  for (const child of childrenOf(element).filter(nested)) addLayout(child, layout);
}

/** Editors add a label without a place when a name changes: it says nothing. */
function withoutEmptyLabel({ label, ...rest }: Tree): Tree {
  const says = isRecord(label) && Object.keys(label).some((key) => key !== '$type' && key !== 'id');
  return says ? { ...rest, label } : rest;
}

function defined(record: Tree): Tree {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
