import type { Change } from './changeSchema.ts';
import { compareTrees } from './compareTrees.ts';
import type { DecisionPlace } from './DecisionPlace.ts';
import { joinWords, same, word } from './diffTexts.ts';
import type { DmnColumn, DmnDecision } from './dmnParts.ts';
import { orderValue, toChange } from './toChange.ts';

/** Columns that came, went, changed or changed places, each by its head. */
export function diffColumns(place: DecisionPlace, left: DmnDecision, right: DmnDecision): Change[] {
  const [old, now] = [byId(left.columns), byId(right.columns)];
  const changes = [...new Set([...old.keys(), ...now.keys()])].flatMap((id): Change[] => {
    const [before, after] = [old.get(id), now.get(id)];
    const column = after ?? before;
    if (column === undefined) return [];
    const head = word('named', { type: word(column.side), name: column.label });
    const name = joinWords([place.name, head], same(' › '));
    if (before !== undefined && after !== undefined) {
      const context = { section: 'dmn', area: 'decision', file: place.file, element: { id, name } } as const;
      return compareTrees(before.tree, after.tree).map((found) => toChange(context, found));
    }
    const value = (side: DmnColumn | undefined): Change['before'] =>
      side === undefined ? null : { value: side.tree, words: same(side.label) };
    return [
      {
        area: 'decision',
        kind: before === undefined ? 'added' : 'removed',
        where: { file: place.file, element: id, name },
        property: { key: '', label: same('') },
        before: value(before),
        after: value(after),
        matters: true,
      },
    ];
  });
  return [...changes, ...orderChange(place, [...old.values()], [...now.values()])];
}

function orderChange(place: DecisionPlace, old: readonly DmnColumn[], now: readonly DmnColumn[]): Change[] {
  const kept = (list: readonly DmnColumn[], other: readonly DmnColumn[]) =>
    list.filter(({ id }) => other.some((column) => column.id === id));
  const [before, after] = [kept(old, now), kept(now, old)];
  if (before.every(({ id }, at) => after[at]?.id === id)) return [];
  return [
    {
      area: 'decision',
      kind: 'moved',
      where: { file: place.file, element: place.id, name: place.name },
      property: { key: 'columns', label: word('columnOrder') },
      before: orderValue(before.map(({ label }) => label)),
      after: orderValue(after.map(({ label }) => label)),
      matters: false,
    },
  ];
}

function byId(columns: readonly DmnColumn[]): Map<string, DmnColumn> {
  return new Map(columns.map((column) => [column.id, column]));
}
