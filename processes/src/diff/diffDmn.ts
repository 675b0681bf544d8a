import { canonicalJson } from './canonicalJson.ts';
import { canonicalXml } from './canonicalXml.ts';
import type { Change, Words } from './changeSchema.ts';
import { compareTrees } from './compareTrees.ts';
import type { DecisionPlace } from './DecisionPlace.ts';
import { describeValue } from './describeValue.ts';
import { diffColumns } from './diffColumns.ts';
import { diffRows } from './diffRows.ts';
import { same, typeWords, word } from './diffTexts.ts';
import { type DmnDecision, type DmnParts, dmnParts } from './dmnParts.ts';
import type { FileComparison } from './FileComparison.ts';
import { toChange } from './toChange.ts';

/** Changes of decision tables, row by row and cell by cell. Throws Error when a text is no DMN. */
export async function diffDmn(file: string, before: string, after: string): Promise<FileComparison> {
  const [left, right] = [await dmnParts(before), await dmnParts(after)];
  const ids = new Set([...left.decisions.keys(), ...right.decisions.keys()]);
  const element = { id: '', name: typeWords('dmn:Definitions') };
  const head = compareTrees(left.tree, right.tree).map((found) => ({
    ...toChange({ section: 'dmn', area: 'decision', file, element }, found),
    matters: false,
  }));
  return {
    changes: [
      ...head,
      ...[...ids].flatMap((id) => diffDecision(file, id, left, right)),
      ...layoutChange(file, left, right),
    ],
    sameContent: () => canonicalXml(before) === canonicalXml(after),
  };
}

function diffDecision(file: string, id: string, old: DmnParts, now: DmnParts): Change[] {
  const [left, right] = [old.decisions.get(id), now.decisions.get(id)];
  const decision = right ?? left;
  if (decision === undefined) return [];
  const place: DecisionPlace = { file, id, name: nameOf(decision) };
  if (left === undefined || right === undefined) {
    return [
      {
        area: 'decision',
        kind: left === undefined ? 'added' : 'removed',
        where: { file, element: id, name: place.name },
        property: { key: '', label: same('') },
        before: left === undefined ? null : decisionValue(left),
        after: right === undefined ? null : decisionValue(right),
        matters: true,
      },
    ];
  }
  const context = { section: 'dmn', area: 'decision', file, element: { id, name: place.name } } as const;
  return [
    ...compareTrees(left.tree, right.tree).map((found) => toChange(context, found)),
    ...diffColumns(place, left, right),
    ...diffRows(place, left, right),
  ];
}

function nameOf({ type, name, id }: DmnDecision): Words {
  return word('named', { type: typeWords(type), name: name === '' ? id : name });
}

function decisionValue(decision: DmnDecision): Change['before'] {
  const rows = decision.rows.map(({ cells }) =>
    Object.fromEntries([...cells].map(([column, { text }]) => [column, text])),
  );
  const columns = decision.columns.map(({ label }) => label);
  return {
    value: { ...decision.tree, columns: decision.columns.map(({ tree }) => tree), rows },
    words: word('rows', { columns: columns.join(' | '), count: rows.length }),
  };
}

function layoutChange(file: string, left: DmnParts, right: DmnParts): Change[] {
  if (canonicalJson(left.layout) === canonicalJson(right.layout)) return [];
  const drawn = (layout: DmnParts['layout']): Change['before'] => {
    const described = describeValue('dmn', [], layout);
    return described === null ? null : { ...described, words: word('drawing') };
  };
  return [
    {
      area: 'decision',
      kind: 'moved',
      where: { file, element: '', name: typeWords('dmn:Definitions') },
      property: { key: 'position', label: word('position') },
      before: drawn(left.layout),
      after: drawn(right.layout),
      matters: false,
    },
  ];
}
