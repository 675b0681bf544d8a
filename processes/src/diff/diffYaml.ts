import { isRecord } from '../lint/readForm.ts';
import { MANIFEST } from '../pack/packFiles.ts';
import { parseYaml } from '../pack/readYaml.ts';
import { canonicalJson } from './canonicalJson.ts';
import type { Change, Words } from './changeSchema.ts';
import { compareTrees } from './compareTrees.ts';
import { wordsFor } from './describeValue.ts';
import { joinWords, same, word } from './diffTexts.ts';
import type { FileComparison } from './FileComparison.ts';
import { findLabel } from './findLabel.ts';
import { normaliseLimits } from './normaliseLimits.ts';
import { areaOfPath, keysOf } from './placeOf.ts';
import { type TreeContext, toChange } from './toChange.ts';

/** Changes of `pack.yaml` by path; a key without a label in the data file is named by itself. */
export function diffManifest(before: string, after: string): FileComparison {
  const [left, right] = [parseYaml(MANIFEST, before), parseYaml(MANIFEST, after)];
  const found = compareTrees(normaliseLimits(left), normaliseLimits(right));
  const names = [namesOf(left), namesOf(right)] as const;
  return {
    changes: found.map((change) => {
      const area = areaOfPath(change.path);
      const made = toChange({ section: 'manifest', area, file: MANIFEST, root: word('pack') }, change);
      const refers = findLabel('manifest', keysOf(change.path))?.names === 'materials';
      return refers ? withNames(made, names) : made;
    }),
    sameContent: () => canonicalJson(left) === canonicalJson(right),
  };
}

/** Names of the materials by key. */
function namesOf(manifest: unknown): ReadonlyMap<string, Words> {
  const materials = isRecord(manifest) ? manifest['materials'] : undefined;
  const entries = Array.isArray(materials) ? materials.filter(isRecord) : [];
  return new Map(
    entries.flatMap(({ key, name }): [string, Words][] =>
      typeof key === 'string' && isRecord(name) ? [[key, wordsFor('manifest', ['name'], name)]] : [],
    ),
  );
}

/** A list of keys of materials said by their names. */
function withNames(
  change: Change,
  [old, now]: readonly [ReadonlyMap<string, Words>, ReadonlyMap<string, Words>],
): Change {
  const say = (value: Change['before'], names: ReadonlyMap<string, Words>): Change['before'] => {
    if (value === null || !Array.isArray(value.value)) return value;
    const words = value.value.map((key) => names.get(String(key)) ?? same(String(key)));
    return { ...value, words: joinWords(words, word('list')) };
  };
  return { ...change, before: say(change.before, old), after: say(change.after, now) };
}

/** Changes of the license template. */
export function diffLicense(file: string, before: string, after: string): FileComparison {
  return diffPlain({ section: 'license', area: 'license', file, root: word('template') }, before, after);
}

/** Changes of a notice to the applicant. */
export function diffNotice(file: string, before: string, after: string): FileComparison {
  const key = file.replace(/^notices\//, '').replace(/\.yaml$/, '');
  const name = (text: string) => {
    const read = parseYaml(file, text);
    const title = isRecord(read) ? read['title'] : undefined;
    const chinese = isRecord(title) ? title['zh-CN'] : undefined;
    const english = isRecord(title) ? title['en'] : undefined;
    return typeof chinese === 'string' && typeof english === 'string'
      ? { 'zh-CN': chinese, en: english }
      : same(key);
  };
  const element = { id: key, name: word('named', { type: word('notice'), name: name(after) }) };
  return diffPlain({ section: 'notice', area: 'notices', file, element }, before, after);
}

/** Changes of any other YAML file, such as a scenario. */
export function diffOtherYaml(file: string, before: string, after: string): FileComparison {
  const root = word('named', { type: word('file'), name: same(file) });
  const compared = diffPlain({ section: 'manifest', area: 'manifest', file, root }, before, after);
  return { ...compared, changes: compared.changes.map((change): Change => ({ ...change, matters: false })) };
}

function diffPlain(context: TreeContext, before: string, after: string): FileComparison {
  const [left, right] = [parseYaml(context.file, before), parseYaml(context.file, after)];
  return {
    changes: compareTrees(left, right).map((change) => toChange(context, change)),
    sameContent: () => canonicalJson(left) === canonicalJson(right),
  };
}
