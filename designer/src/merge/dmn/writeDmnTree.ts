import { spliceXml } from '@onewindow/processes/foreign';
import {
  copyNode,
  localName,
  readNodes,
  sayNode,
  writeNodes,
  type BpmnNode as XmlNode,
} from '../bpmn/BpmnNode.ts';
import type { Part, Parts } from '../parts/Parts.ts';
import { CELL, type DmnTree } from './DmnTree.ts';

/** My text with merged parts written in. */
export function writeDmnTree(mineText: string, mine: DmnTree, theirs: DmnTree, parts: Parts): string {
  const root = buildTree(mine, theirs, parts);
  const text = spliceXml({ original: mineText, before: mineText, after: writeNodes(root) });
  const read = readNodes(text);
  // The order of rows counts, which the text keeps as it was: then all of it is written anew.
  return read !== null && sayNode(read) === sayNode(root)
    ? text
    : `<?xml version="1.0" encoding="UTF-8"?>\n${indented(root, '')}\n`;
}

function buildTree(mine: DmnTree, theirs: DmnTree, parts: Parts): XmlNode {
  const at = (holder: string) => [...parts.values()].filter((part) => part.holder === holder);
  const contentOf = (said: unknown, parent: XmlNode) =>
    (mine.contents.get(String(said)) ?? theirs.contents.get(String(said)) ?? []).map((node) =>
      copyNode(node, parent),
    );
  const model = (kind: string): string => {
    const known = [...mine.nodes.values(), ...theirs.nodes.values()].find((node) => localName(node) === kind);
    const prefix = mine.root.name.slice(0, mine.root.name.length - 'definitions'.length);
    return known?.name ?? `${prefix}${kind}`;
  };
  const make = (
    kind: string,
    parent: XmlNode,
    attributes: ReadonlyMap<string, string> = new Map(),
  ): XmlNode => ({
    name: model(kind),
    attributes: new Map(attributes),
    children: [],
    text: '',
    parent,
  });
  const withAttributes = (kind: string, part: Part, parent: XmlNode, prefix = ''): XmlNode => {
    const node = make(kind, parent);
    if (prefix === '' && part.key !== '') node.attributes.set('id', part.key);
    for (const [name, value] of Object.entries(part.says))
      if (name.startsWith(`@${prefix}`) && (prefix !== '' || !name.startsWith('@table ')))
        node.attributes.set(name.slice(1 + prefix.length), String(value));
    return node;
  };
  const said = parts.get('');
  const root = copyNode(mine.root, null);
  for (const [name, value] of Object.entries(said?.says ?? {}))
    if (name.startsWith('@')) root.attributes.set(name.slice(1), String(value));
  const others = contentOf(said?.says['children'], root);
  const decisions = at(' decisions').map((part) => {
    const decision = withAttributes('decision', part, root);
    const table = withAttributes('decisionTable', part, decision, 'table ');
    const columns = (['input', 'output'] as const).map((kind) =>
      at(`${part.key} ${kind}`).map((column) => {
        const node = withAttributes(kind, column, table);
        node.children = contentOf(column.says['children'], node);
        return node;
      }),
    );
    const rules = at(`${part.key} rule`).map((row) => {
      const rule = withAttributes('rule', row, table);
      const cells = columns.flatMap((list, side) =>
        list.map((column, place) =>
          cellOf(row, rule, column.attributes.get('id') ?? '', side, place, list.length),
        ),
      );
      rule.children = [...contentOf(row.says['remarks'], rule), ...cells];
      return rule;
    });
    table.children = [...contentOf(part.says['rest'], table), ...columns.flat(), ...rules];
    decision.children = [...contentOf(part.says['children'], decision), table];
    return decision;
  });
  function cellOf(
    row: Part,
    rule: XmlNode,
    column: string,
    side: number,
    place: number,
    of: number,
  ): XmlNode {
    const kind = side === 0 ? 'inputEntry' : 'outputEntry';
    const known = [mine, theirs].flatMap((tree) => {
      const entries = tree.nodes.get(row.key)?.children.filter((child) => localName(child) === kind) ?? [];
      const columns = [...tree.parts.values()].filter(
        ({ holder }) => holder === row.holder.replace(/rule$/, side === 0 ? 'input' : 'output'),
      );
      const at = columns.findIndex(({ key }) => key === column);
      return at < 0 ? [] : [entries[at]];
    });
    const [entry] = known.filter((node) => node !== undefined);
    const cell = entry === undefined ? make(kind, rule) : copyNode(entry, rule);
    const short = side === 0 ? `in${place + 1}` : of === 1 ? 'out' : `out${place + 1}`;
    if (entry === undefined) cell.attributes.set('id', `${row.key}-${short}`);
    // A row of one side has no cell in a column that the other has added: any value will do.
    const text = String(row.says[`${CELL}${column}`] ?? (side === 0 ? '-' : ''));
    const inner = cell.children.find((child) => localName(child) === 'text');
    if (inner !== undefined) inner.text = text;
    else cell.children.push({ ...make('text', cell), text });
    return cell;
  }
  // What is drawn comes last in a file.
  const drawn = others.filter((node) => localName(node) === 'DMNDI');
  root.children = [...others.filter((node) => !drawn.includes(node)), ...decisions, ...drawn];
  return root;
}

/** An element on lines of its own, as the designer writes tables. */
function indented(node: XmlNode, indent: string): string {
  if (node.children.length === 0) return `${indent}${writeNodes(node)}`;
  const empty = writeNodes({ ...node, children: [], text: '' }).replace(/ \/>$/, '>');
  const inner = node.children.map((child) => indented(child, `${indent}  `)).join('\n');
  return `${indent}${empty}\n${inner}\n${indent}</${node.name}>`;
}
