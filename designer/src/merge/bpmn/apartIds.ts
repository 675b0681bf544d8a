import { isMap, isScalar, parseDocument, visit } from 'yaml';
import { MANIFEST } from '../../model/manifest.ts';
import { type BpmnNode, localName, readNodes, sayNode, walk, writeNodes } from './BpmnNode.ts';
import { isDrawn, type Units, unitsOf } from './units.ts';

type Files = ReadonlyMap<string, string>;

/**
 * Theirs with other ids where both works have added an element by the same id: the second new step of a pack is `step2`
 * for both. One that is of the same kind by the same name at the same place counts as the same element (it was taken over
 * before). The step in pack.yaml and the scenarios follow. Files that cannot be read stay as they are.
 */
export function apartIds(base: Files, mine: Files, theirs: Files, file: string): Files {
  try {
    const [before, own, other] = [base, mine, theirs].map((files) => readNodes(files.get(file) ?? ''));
    if (!before || !own || !other) return theirs;
    const [was, mineUnits, theirUnits] = [unitsOf(before), unitsOf(own), unitsOf(other)];
    if (!was || !mineUnits || !theirUnits) return theirs;
    const renamed = new Map<string, string>();
    const taken = new Set([...was.keys(), ...mineUnits.keys(), ...theirUnits.keys()]);
    for (const [key, node] of theirUnits) {
      const twin = mineUnits.get(key);
      if (isDrawn(key) || was.has(key) || twin === undefined || isSame(twin, node, mineUnits, theirUnits))
        continue;
      const id = key.slice(1);
      const stem = id.replace(/\d+$/, '');
      let at = 1;
      while (taken.has(`#${stem}${at}`)) at += 1;
      taken.add(`#${stem}${at}`);
      renamed.set(id, `${stem}${at}`);
    }
    if (renamed.size === 0) return theirs;
    renameNodes(other, renamed);
    const files = new Map(theirs).set(file, `${writeNodes(other)}\n`);
    for (const [path, text] of theirs)
      if (path === MANIFEST || path.startsWith('scenarios/'))
        files.set(path, renameInYaml(text, base.get(path) ?? '', renamed));
    return files;
  } catch {
    return theirs;
  }
}

function isSame(mine: BpmnNode, theirs: BpmnNode, mineUnits: Units, theirUnits: Units): boolean {
  const id = mine.attributes.get('id') ?? '';
  const place = (units: Units) => {
    const bounds = units.get(`~${id}`)?.children.find((child) => localName(child) === 'Bounds');
    return bounds === undefined ? '' : sayNode(bounds);
  };
  const name = mine.attributes.get('name');
  if (mine.name !== theirs.name) return false;
  const ends = ['sourceRef', 'targetRef'].every(
    (end) => mine.attributes.get(end) === theirs.attributes.get(end),
  );
  if (localName(mine) === 'sequenceFlow') return ends;
  return (
    name === theirs.attributes.get('name') && (name !== undefined || place(mineUnits) === place(theirUnits))
  );
}

function renameNodes(root: BpmnNode, renamed: ReadonlyMap<string, string>): void {
  for (const node of walk(root)) {
    for (const name of ['id', 'sourceRef', 'targetRef', 'attachedToRef', 'default', 'bpmnElement']) {
      const now = renamed.get(node.attributes.get(name) ?? '');
      if (now !== undefined) node.attributes.set(name, now);
    }
    const drawn = node.attributes.get('id') ?? '';
    const now = renamed.get(drawn.replace(/_di$/, ''));
    if (drawn.endsWith('_di') && now !== undefined) node.attributes.set('id', `${now}_di`);
    node.text = renamed.get(node.text) ?? node.text;
  }
}

/** Keys and values that are such an id, where the text that both began from does not have that word. */
function renameInYaml(text: string, before: string, renamed: ReadonlyMap<string, string>): string {
  const news = new Map([...renamed].filter(([id]) => !new RegExp(`\\b${id}\\b`).test(before)));
  if (news.size === 0) return text;
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) return text;
  visit(document, {
    Scalar: (_, scalar) => {
      const now = isScalar(scalar) && typeof scalar.value === 'string' ? news.get(scalar.value) : undefined;
      if (now !== undefined) scalar.value = now;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
