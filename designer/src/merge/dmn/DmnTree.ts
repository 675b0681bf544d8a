import { localName, readNodes, walk, writeNodes, type BpmnNode as XmlNode } from '../bpmn/BpmnNode.ts';
import type { Part } from '../parts/Parts.ts';

/** A decision file as parts: decisions, their columns and rows. */
export interface DmnTree {
  readonly root: XmlNode;
  readonly parts: Map<string, Part>;
  /** By key: the decision, column or row as it stands in the file. */
  readonly nodes: ReadonlyMap<string, XmlNode>;
  /** What stands in elements, by how it is written in `says`. */
  readonly contents: ReadonlyMap<string, readonly XmlNode[]>;
}

/** Property of a row: the cell of a column. */
export const CELL = 'cell ';

/**
 * Reads a decision file by its decisions, columns and rows. Null where they cannot be told apart (without ids, or with the
 * same). Throws XmlRefused for what is no XML.
 */
export function readDmnTree(text: string): DmnTree | null {
  const root = readNodes(text);
  if (root === null || localName(root) !== 'definitions') return null;
  const parts = new Map<string, Part>();
  const nodes = new Map<string, XmlNode>();
  const contents = new Map<string, readonly XmlNode[]>();
  let plain = true;
  const add = (node: XmlNode, holder: string, says: Readonly<Record<string, unknown>>): string => {
    const id = node.attributes.get('id');
    const key = id ?? '';
    if (id === undefined || parts.has(key)) plain = false;
    parts.set(key, { key, holder, says });
    nodes.set(key, node);
    return key;
  };
  const content = (children: readonly XmlNode[]): string => {
    const written = children.map(writeNodes).join('');
    contents.set(written, children);
    return written;
  };
  const isDecision = (node: XmlNode) =>
    localName(node) === 'decision' && node.children.some((child) => localName(child) === 'decisionTable');
  const others = root.children.filter((child) => !isDecision(child));
  parts.set('', { key: '', holder: '', says: { ...attributesOf(root), children: content(others) } });
  for (const decision of root.children.filter(isDecision)) {
    const tables = decision.children.filter((child) => localName(child) === 'decisionTable');
    const [table] = tables;
    if (table === undefined || tables.length > 1) return null;
    const kinds = (kind: string) => table.children.filter((child) => localName(child) === kind);
    const rest = table.children.filter((child) => !/^(input|output|rule)$/.test(localName(child)));
    const key = add(decision, ' decisions', {
      ...attributesOf(decision),
      children: content(decision.children.filter((child) => child !== table)),
      ...attributesOf(table, 'table '),
      rest: content(rest),
    });
    const columns = (['input', 'output'] as const).map((kind) =>
      kinds(kind).map((column) =>
        add(column, `${key} ${kind}`, { ...attributesOf(column), children: content(column.children) }),
      ),
    );
    for (const rule of kinds('rule')) {
      const says: Record<string, unknown> = { ...attributesOf(rule) };
      (['inputEntry', 'outputEntry'] as const).forEach((kind, side) => {
        const entries = rule.children.filter((child) => localName(child) === kind);
        const of = columns[side] ?? [];
        if (entries.length !== of.length) plain = false;
        of.forEach((column, at) => {
          says[`${CELL}${column}`] = wordsOf(entries[at]);
        });
      });
      const remarks = rule.children.filter((child) => !/^(input|output)Entry$/.test(localName(child)));
      says['remarks'] = content(remarks);
      add(rule, `${key} rule`, says);
    }
  }
  return plain ? { root, parts, nodes, contents } : null;
}

/** What a cell says, as written. */
function wordsOf(entry: XmlNode | undefined): string {
  const text = entry?.children.find((child) => localName(child) === 'text');
  return text?.text ?? '';
}

function attributesOf(node: XmlNode, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    [...node.attributes]
      .filter(([name]) => name !== 'id' || prefix !== '')
      .map(([name, value]) => [`@${prefix}${name}`, value]),
  );
}

/**
 * Gives what theirs has added another id where mine has added something else by the same: the fourth row is `…-rule4` for
 * both. The cells of a row go with their column.
 */
export function apartFrom(base: DmnTree, mine: DmnTree, theirs: DmnTree): Map<string, Part> {
  const used = new Set(
    [base, mine, theirs].flatMap(({ root }) => [...walk(root)].map((node) => node.attributes.get('id'))),
  );
  const renamed = new Map<string, string>();
  for (const [key, part] of theirs.parts) {
    const twin = mine.parts.get(key);
    if (base.parts.has(key) || twin === undefined) continue;
    if (JSON.stringify([twin.holder, twin.says]) === JSON.stringify([part.holder, part.says])) continue;
    const stem = key.replace(/\d+$/, '');
    let at = 1;
    while (used.has(`${stem}${at}`)) at += 1;
    used.add(`${stem}${at}`);
    renamed.set(key, `${stem}${at}`);
  }
  const now = (key: string) => renamed.get(key) ?? key;
  return new Map(
    [...theirs.parts.values()].map((part): [string, Part] => {
      const [, of = '', place = ''] = /^(.*) (\S+)$/.exec(part.holder) ?? [];
      const says = Object.fromEntries(
        Object.entries(part.says).map(([name, value]) => [
          name.startsWith(CELL) ? `${CELL}${now(name.slice(CELL.length))}` : name,
          value,
        ]),
      );
      const holder = part.holder === '' ? '' : `${now(of)} ${place}`;
      return [now(part.key), { key: now(part.key), holder, says }];
    }),
  );
}
