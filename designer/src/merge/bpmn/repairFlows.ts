import { type BpmnNode, localName, walk } from './BpmnNode.ts';
import type { UnitKey } from './units.ts';

/** Writes at each element which flows lead to it and from it, and takes links away that lead to nothing. */
export function repairFlows(root: BpmnNode, merged: ReadonlyMap<UnitKey, BpmnNode>): void {
  const ways = new Map<string, Record<'incoming' | 'outgoing', string[]>>();
  const at = (id: string) => {
    const found = ways.get(id) ?? { incoming: [], outgoing: [] };
    ways.set(id, found);
    return found;
  };
  let prefix = '';
  for (const node of walk(root)) {
    if (localName(node) !== 'sequenceFlow') continue;
    prefix = node.name.slice(0, node.name.length - 'sequenceFlow'.length);
    const id = node.attributes.get('id') ?? '';
    at(node.attributes.get('sourceRef') ?? '').outgoing.push(id);
    at(node.attributes.get('targetRef') ?? '').incoming.push(id);
  }
  for (const node of walk(root)) {
    const fallback = node.attributes.get('default');
    if (fallback !== undefined && !merged.has(`#${fallback}`)) node.attributes.delete('default');
    if (localName(node) === 'lane')
      node.children = node.children.filter(
        (child) => localName(child) !== 'flowNodeRef' || merged.has(`#${child.text}`),
      );
    const own = ways.get(node.attributes.get('id') ?? '');
    const says = node.children.some((child) => /^(incoming|outgoing)$/.test(localName(child)));
    if (says || own !== undefined) writeWays(node, own ?? { incoming: [], outgoing: [] }, prefix);
  }
}

function writeWays(
  node: BpmnNode,
  ways: Readonly<Record<'incoming' | 'outgoing', readonly string[]>>,
  prefix: string,
): void {
  const said = (kind: 'incoming' | 'outgoing') =>
    node.children.filter((child) => localName(child) === kind && ways[kind].includes(child.text));
  const list = (kind: 'incoming' | 'outgoing') => {
    const known = said(kind);
    const added = ways[kind].filter((id) => !known.some(({ text }) => text === id));
    return [
      ...known,
      ...added.map((text) => ({
        name: `${prefix}${kind}`,
        attributes: new Map<string, string>(),
        children: [],
        text,
        parent: node,
      })),
    ];
  };
  const others = node.children.filter((child) => !/^(incoming|outgoing)$/.test(localName(child)));
  const first = others.findIndex((child) => !/^(documentation|extensionElements)$/.test(localName(child)));
  const place = first < 0 ? others.length : first;
  node.children = [
    ...others.slice(0, place),
    ...list('incoming'),
    ...list('outgoing'),
    ...others.slice(place),
  ];
}
