import { isRecord } from '../lint/readForm.ts';
import { type BpmnParts, nameOfPart } from './bpmnParts.ts';
import { canonicalJson } from './canonicalJson.ts';
import type { Change, Words } from './changeSchema.ts';
import { wordsFor } from './describeValue.ts';
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
    const known = left !== undefined && right !== undefined;
    const unchanged = canonicalJson(left) === canonicalJson(right) && (known || !reported.has(id));
    if (came || unchanged) return [];
    const part = now.parts.get(id) ?? old.parts.get(id);
    const name = part === undefined ? same(id) : nameOfPart(part, now.parts);
    return [
      {
        area: 'process',
        kind: 'moved',
        where: { file, element: id, name },
        property: { key: 'position', label: word('position') },
        ...values(left, right),
        matters: false,
      },
    ];
  });
}

/** What was drawn and what is, in the first words in which the two differ. */
function values(left: Tree | undefined, right: Tree | undefined): Pick<Change, 'before' | 'after'> {
  const say = (words: (tree: Tree) => Words): Pick<Change, 'before' | 'after'> => {
    const value = (tree: Tree | undefined) =>
      tree === undefined ? null : { value: tree, words: words(tree) };
    return { before: value(left), after: value(right) };
  };
  const differs = (key: string) => canonicalJson(left?.[key]) !== canonicalJson(right?.[key]);
  const whole = (tree: Tree) =>
    wordsFor('bpmn', [], Object.fromEntries(Object.entries(tree).filter(([key]) => differs(key))));
  const tries = [wordsOfLayout, wordsOfLabel].map(say);
  return tries.find(({ before, after }) => before?.words['zh-CN'] !== after?.words['zh-CN']) ?? say(whole);
}

function wordsOfLabel({ label }: Tree): Words {
  const bounds = isRecord(label) ? label['bounds'] : undefined;
  if (!isRecord(bounds)) return same('');
  return word('labelPlaced', { x: String(bounds['x']), y: String(bounds['y']) });
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
