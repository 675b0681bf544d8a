import { isRecord } from '../lint/readForm.ts';
import { MANIFEST } from '../pack/packFiles.ts';
import { parseYaml } from '../pack/readYaml.ts';
import { canonicalJson } from './canonicalJson.ts';
import type { Change } from './changeSchema.ts';
import { compareTrees } from './compareTrees.ts';
import { same, word } from './diffTexts.ts';
import type { FileComparison } from './FileComparison.ts';
import { normaliseLimits } from './normaliseLimits.ts';
import { areaOfPath } from './placeOf.ts';
import { type TreeContext, toChange } from './toChange.ts';

/** Changes of `pack.yaml` by path; a key without a label in the data file is named by itself. */
export function diffManifest(before: string, after: string): FileComparison {
  const [left, right] = [parseYaml(MANIFEST, before), parseYaml(MANIFEST, after)];
  const found = compareTrees(normaliseLimits(left), normaliseLimits(right));
  return {
    changes: found.map((change) =>
      toChange(
        { section: 'manifest', area: areaOfPath(change.path), file: MANIFEST, root: word('pack') },
        change,
      ),
    ),
    sameContent: () => canonicalJson(left) === canonicalJson(right),
  };
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
