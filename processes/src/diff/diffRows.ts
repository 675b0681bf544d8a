import type { Change, Words } from './changeSchema.ts';
import { compareTrees } from './compareTrees.ts';
import type { DecisionPlace } from './DecisionPlace.ts';
import { joinWords, same, word } from './diffTexts.ts';
import type { DmnDecision, DmnRow } from './dmnParts.ts';
import { matchRows } from './matchRows.ts';
import type { Tree } from './moddleTree.ts';
import { toChange } from './toChange.ts';

/** Hit policies under which the order of the rows decides what is found. */
const ordered = new Set(['FIRST', 'RULE ORDER', 'OUTPUT ORDER']);

/** Rows that came, went, changed or changed places; cells are named by the head of their column. */
export function diffRows(place: DecisionPlace, left: DmnDecision, right: DmnDecision): Change[] {
  const pairs = matchRows(left.rows, right.rows);
  const changes = pairs.flatMap((pair): Change[] => {
    const row = pair.right ?? pair.left;
    if (row === undefined) return [];
    const number = word('row', { row: row.number });
    const where = { file: place.file, element: row.id, name: joinWords([place.name, number], same(' › ')) };
    if (pair.left !== undefined && pair.right !== undefined) {
      return [
        ...propertyChanges(where, pair.left, pair.right),
        ...cellChanges(where, [left, right], pair.left, pair.right),
      ];
    }
    return [
      {
        area: 'decision',
        kind: pair.left === undefined ? 'added' : 'removed',
        where,
        property: { key: '', label: same('') },
        before: rowValue(left, pair.left),
        after: rowValue(right, pair.right),
        matters: true,
      },
    ];
  });
  const kept = pairs.flatMap((pair) =>
    pair.left && pair.right ? [{ old: pair.left, now: pair.right }] : [],
  );
  return [
    ...changes,
    ...orderChange(place, kept, ordered.has(right.hitPolicy) || ordered.has(left.hitPolicy)),
  ];
}

function propertyChanges(where: Change['where'], left: DmnRow, right: DmnRow): Change[] {
  const element = { id: where.element, name: where.name };
  return compareTrees(left.tree, right.tree).map((found) =>
    toChange({ section: 'dmn', area: 'decision', file: where.file, element }, found),
  );
}

function cellChanges(
  where: Change['where'],
  decisions: readonly [DmnDecision, DmnDecision],
  left: DmnRow,
  right: DmnRow,
): Change[] {
  const element = { id: where.element, name: where.name };
  const columns = new Set([...left.cells.keys(), ...right.cells.keys()]);
  return [...columns].flatMap((column) => {
    // A column that came or went is one change of its own; its cells are part of it only where it has none.
    const shared = decisions.every((decision) => decision.columns.some(({ id }) => id === column));
    const [old, now] = [left.cells.get(column), right.cells.get(column)];
    return compareTrees(shared ? (old ?? {}) : old, shared ? (now ?? {}) : now).map((found): Change => {
      const change = toChange({ section: 'dmn', area: 'decision', file: where.file, element }, found);
      const label = joinWords([same(labelOf(decisions, column)), change.property.label], same(' › '));
      const key = [column, change.property.key].filter((part) => part !== '').join('.');
      const cell = (value: Change['before'], tree: Tree | undefined) =>
        value === null || shared ? value : { ...value, words: same(String(tree?.['text'] ?? '')) };
      return {
        ...change,
        property: { key, label },
        before: cell(change.before, old),
        after: cell(change.after, now),
      };
    });
  });
}

function labelOf(decisions: readonly [DmnDecision, DmnDecision], id: string): string {
  const [old, now] = decisions;
  return [...now.columns, ...old.columns].find((column) => column.id === id)?.label ?? id;
}

function rowValue(decision: DmnDecision, row: DmnRow | undefined): Change['before'] {
  if (row === undefined) return null;
  const cells = [...row.cells].map(([id, { text }]) => ({
    label: labelOf([decision, decision], id),
    text: typeof text === 'string' ? text : '',
  }));
  const pairs = cells.map(({ label, text }): Words => word('pair', { label, value: text }));
  return {
    value: { ...row.tree, cells: Object.fromEntries(cells.map(({ label, text }) => [label, text])) },
    words: joinWords(pairs, word('pairs')),
  };
}

function orderChange(
  place: DecisionPlace,
  kept: readonly { readonly old: DmnRow; readonly now: DmnRow }[],
  matters: boolean,
): Change[] {
  const after = [...kept].sort((left, right) => left.now.number - right.now.number);
  if (after.every((pair, at) => pair === kept[at])) return [];
  const value = (pairs: typeof kept): Change['before'] => ({
    value: pairs.map(({ old }) => old.id),
    words: joinWords(
      pairs.map(({ old }) => word('row', { row: old.number })),
      word('list'),
    ),
  });
  return [
    {
      area: 'decision',
      kind: 'moved',
      where: { file: place.file, element: place.id, name: place.name },
      property: { key: 'order', label: word('rowOrder') },
      before: value(kept),
      after: value(after),
      matters,
    },
  ];
}
