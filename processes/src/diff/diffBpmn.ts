/// <reference path="./differ.d.ts" />
import { diff } from 'bpmn-js-differ';
import { type BpmnFile, readBpmn } from '../bpmn/readBpmn.ts';
import { type BpmnPart, type BpmnParts, bpmnParts, endsOf, nameOfPart, shortName } from './bpmnParts.ts';
import { canonicalXml } from './canonicalXml.ts';
import type { Change, Words } from './changeSchema.ts';
import { compareTrees } from './compareTrees.ts';
import { describeValue, wordsFor } from './describeValue.ts';
import { diffLayout } from './diffLayout.ts';
import { same, word } from './diffTexts.ts';
import type { FileComparison } from './FileComparison.ts';
import { toChange } from './toChange.ts';

/** Properties that hold the id of another element. */
const links = new Set(['default', 'attachedToRef', 'scope', 'sourceRef', 'targetRef']);

/**
 * Changes of a process, element by element. `bpmn-js-differ` says which elements came, went, changed or were only
 * moved in the drawing; what it does not follow (foreign attributes, annotations, lanes) and the values are read
 * from the elements themselves. Throws Error when a text is no BPMN.
 */
export async function diffBpmn(file: string, before: string, after: string): Promise<FileComparison> {
  const [left, right] = [await readBpmn(before), await readBpmn(after)];
  const [old, now] = [bpmnParts(left), bpmnParts(right)];
  const found = askDiffer(left, right);
  const ids = new Set([...old.parts.keys(), ...now.parts.keys()]);
  const changes = [...ids].flatMap((id) => diffPart(file, id, old, now));
  const named = new Set(changes.map(({ where }) => where.element));
  const missed = [...found.content].filter((id) => !named.has(id) && ids.has(id));
  return {
    changes: [
      ...changes,
      ...missed.map((id) => unnamedChange(file, id, now)),
      ...diffLayout(file, old, now, found.layout),
    ],
    sameContent: () => canonicalXml(before) === canonicalXml(after),
  };
}

function askDiffer(left: BpmnFile, right: BpmnFile): { content: Set<string>; layout: Set<string> } {
  const { _added, _removed, _changed, _layoutChanged } = diff(left.definitions, right.definitions);
  const changed = Object.keys(_changed).filter((id) => Object.keys(_changed[id]?.attrs ?? {}).length > 0);
  return {
    content: new Set([...Object.keys(_added), ...Object.keys(_removed), ...changed]),
    layout: new Set(Object.keys(_layoutChanged)),
  };
}

function diffPart(file: string, id: string, old: BpmnParts, now: BpmnParts): Change[] {
  const [left, right] = [old.parts.get(id), now.parts.get(id)];
  const part = right ?? left;
  if (part === undefined) return [];
  const name = nameOfPart(part, (right === undefined ? old : now).parts);
  const where = { file, element: id, name };
  if (left === undefined || right === undefined) {
    return [
      {
        area: 'process',
        kind: left === undefined ? 'added' : 'removed',
        where,
        property: { key: '', label: same('') },
        before: left === undefined ? null : partValue(left, old),
        after: right === undefined ? null : partValue(right, now),
        matters: !isRemark(part),
      },
    ];
  }
  return compareTrees(left.tree, right.tree).map((found) => {
    const change = toChange({ section: 'bpmn', area: 'process', file, element: { id, name } }, found);
    const [first] = found.path;
    const judged = isRemark(part) ? { ...change, matters: false } : change;
    if (first?.key === 'route') {
      const way = (side: BpmnPart, parts: BpmnParts) => word('way', endsOf(side.tree, parts.parts));
      const [led, leads] = [way(left, old), way(right, now)];
      // Another element of the same name: only the ids tell the two apart.
      if (led['zh-CN'] === leads['zh-CN'])
        return withWords(judged, same(String(left.tree['route'])), same(String(right.tree['route'])));
      return withWords(judged, led, leads);
    }
    if (first === undefined || !links.has(first.key)) return judged;
    const link = (value: unknown, parts: BpmnParts) => shortName(String(value), parts.parts);
    return withWords(judged, link(found.before, old), link(found.after, now));
  });
}

function withWords(change: Change, before: Words, after: Words): Change {
  return {
    ...change,
    before: change.before === null ? null : { ...change.before, words: before },
    after: change.after === null ? null : { ...change.after, words: after },
  };
}

/** Notes in the drawing and the lines to them tell people something, not the engine. */
function isRemark({ type }: BpmnPart): boolean {
  return ['bpmn:TextAnnotation', 'bpmn:Association', 'bpmn:Group', 'bpmn:Lane', 'bpmn:LaneSet'].includes(
    type,
  );
}

function partValue(part: BpmnPart, { parts }: BpmnParts): Change['before'] {
  const { $type, id, name, route, default: fallback, ...rest } = part.tree;
  const said = Object.keys(rest).length > 0 ? wordsFor('bpmn', [], rest) : nameOfPart(part, parts);
  return { value: part.tree, words: said };
}

function unnamedChange(file: string, id: string, { parts }: BpmnParts): Change {
  const part = parts.get(id);
  const name = part === undefined ? same(id) : nameOfPart(part, parts);
  return {
    area: 'process',
    kind: 'changed',
    where: { file, element: id, name },
    property: { key: '*', label: word('otherContent') },
    before: null,
    after: describeValue('bpmn', [], part?.tree),
    matters: true,
  };
}
