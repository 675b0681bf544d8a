import { isRecord } from '../lint/readForm.ts';
import { type BpmnParts, nameOfPart } from './bpmnParts.ts';
import { canonicalJson } from './canonicalJson.ts';
import type { Change, Words } from './changeSchema.ts';
import { same, word } from './diffTexts.ts';
import type { Tree } from './moddleTree.ts';

/** What was only moved or drawn otherwise: one change an element that is in both drawings. Changes no case. */
export function diffLayout(
  file: string,
  old: BpmnParts,
  now: BpmnParts,
  reported: ReadonlySet<string>,
): Change[] {
  const ids = new Set([...old.layout.keys(), ...now.layout.keys(), ...reported]);
  return [...ids].flatMap((id): Change[] => {
    const came = old.parts.has(id) !== now.parts.has(id);
    const [left, right] = [old.layout.get(id), now.layout.get(id)];
    if (came || (canonicalJson(left) === canonicalJson(right) && !reported.has(id))) return [];
    const part = now.parts.get(id) ?? old.parts.get(id);
    const name = part === undefined ? same(id) : nameOfPart(part, now.parts);
    return [
      {
        area: 'process',
        kind: 'moved',
        where: { file, element: id, name },
        property: { key: 'position', label: word('position') },
        before: drawnValue(left),
        after: drawnValue(right),
        matters: false,
      },
    ];
  });
}

function drawnValue(tree: Tree | undefined): Change['before'] {
  return tree === undefined ? null : { value: tree, words: wordsOfLayout(tree) };
}

function wordsOfLayout(tree: Tree): Words {
  const { bounds, waypoint } = tree;
  if (isRecord(bounds)) {
    const { x, y, width, height } = bounds;
    return word('placed', { x: String(x), y: String(y), width: String(width), height: String(height) });
  }
  if (!Array.isArray(waypoint)) return same(tree['id'] === undefined ? '' : String(tree['id']));
  const points = waypoint.filter(isRecord).map(({ x, y }) => `(${String(x)}, ${String(y)})`);
  return word('drawn', { points: points.join(' ') });
}
