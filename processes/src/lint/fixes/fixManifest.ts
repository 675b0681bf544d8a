import { formatLimit, ruleSets } from '@onewindow/clocks';
import { MANIFEST } from '../../pack/packFiles.ts';
import { licensePlaceholders } from '../../schema/licenseSchema.ts';
import { noticePlaceholders } from '../../schema/noticeSchema.ts';
import type { Fix, FixEdit, Fixer, YamlPlace } from './Fix.ts';
import { readPlain, textAt, textsOf } from './readPlain.ts';

const LICENSE_RULES = 'administrative-license';
const OWN_RULES = 'own-rules';

const setting = (label: Fix['label'], path: YamlPlace, value: unknown, sure = true): Fix => ({
  label,
  sure,
  edits: [{ kind: 'yaml', file: MANIFEST, path, value }],
});

/** Those of the Administrative License Law are for licenses only; what rested on them must be cited anew, so a person decides. */
export const ruleSetUnsuitable: Fixer = () =>
  setting({ 'zh-CN': '改用本事项自有规则', en: 'Use the item’s own rules' }, ['ruleSet'], OWN_RULES, false);

export const ruleSetUnknown: Fixer = (_, files) => {
  const isLicense = textAt(readPlain(files), 'powerType') === '行政许可';
  const id = isLicense ? LICENSE_RULES : OWN_RULES;
  const name = ruleSets.get(id)?.name;
  return setting({ 'zh-CN': `改为${name?.['zh-CN'] ?? id}`, en: `Use ${name?.en ?? id}` }, ['ruleSet'], id);
};

/** Only where the limit is the law's own: then it rests on the law's article. */
export const statutoryNotCited: Fixer = ({ path, params }, files) => {
  const rules = ruleSets.get(textAt(readPlain(files), 'ruleSet'));
  if (path === undefined || rules?.statutory === undefined || rules.statutory.unit === 'none') return null;
  const limit = formatLimit(rules.statutory);
  if (params?.['limit'] !== limit || rules.statutory.cite === undefined) return null;
  const { cite } = rules.statutory;
  return setting({ 'zh-CN': `写明依据：${cite}`, en: `Cite ${cite}` }, placeOf(path), { limit, cite });
};

/** 双公示: within seven working days, whatever the rules of the item. */
export const publicationWithoutClock: Fixer = ({ path }) => {
  const rule = ruleSets.get(LICENSE_RULES)?.publication;
  if (path !== 'limits.publication' || rule === undefined) return null;
  const value = { limit: formatLimit(rule.limit), cite: '“双公示”工作要求' };
  return setting(
    { 'zh-CN': '写上 7 个工作日的公示时限', en: 'Set the publication limit of 7 working days' },
    ['limits', 'publication'],
    value,
  );
};

/** A key material is never handed in later, so its term means nothing. */
export const laterOfKeyMaterial: Fixer = ({ params }, files) => {
  const materials = readPlain(files)['materials'];
  const at = Array.isArray(materials)
    ? materials.findIndex(
        (entry) =>
          textAt(entry, 'name', 'zh-CN') === params?.['name'] || textAt(entry, 'key') === params?.['name'],
      )
    : -1;
  if (at < 0) return null;
  return setting(
    { 'zh-CN': '去掉不起作用的补交期限', en: 'Remove the term that has no effect' },
    ['materials', at, 'laterWithin'],
    undefined,
  );
};

/** A placeholder that differs from a known one only in case, spaces or a letter or two. */
export const placeholderUnknown: Fixer = ({ file, params }, files) => {
  const wrong = String(params?.['placeholder'] ?? '');
  const known: readonly string[] = file === 'license.yaml' ? licensePlaceholders : noticePlaceholders;
  const [meant, ...others] = known.filter((name) => distance(plain(name), plain(wrong)) <= 2);
  if (wrong === '' || meant === undefined || others.length > 0) return null;
  const pattern = new RegExp(
    `\\{\\{\\s*${wrong.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(\\??)\\s*\\}\\}`,
    'g',
  );
  const edits = textsOf(files[file] ?? '').flatMap(({ path, text }): FixEdit[] => {
    const value = text.replace(pattern, `{{${meant}$1}}`);
    return value === text ? [] : [{ kind: 'yaml', file, path, value }];
  });
  if (edits.length === 0) return null;
  return { label: { 'zh-CN': `改成 {{${meant}}}`, en: `Write {{${meant}}}` }, sure: true, edits };
};

export const fileUnused: Fixer = ({ file }) => ({
  label: { 'zh-CN': '删除这个文件', en: 'Delete the file' },
  sure: false,
  edits: [{ kind: 'file', file, text: undefined }],
});

export const materialUnused: Fixer = ({ params }, files) => {
  const materials = readPlain(files)['materials'];
  const at = Array.isArray(materials)
    ? materials.findIndex((entry) => textAt(entry, 'key') === params?.['name'])
    : -1;
  if (at < 0) return null;
  return setting({ 'zh-CN': '删除这份材料', en: 'Delete the material' }, ['materials', at], undefined, false);
};

/** `limits.variants.1.statutory` as keys and positions. */
export function placeOf(path: string): (string | number)[] {
  return path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/g, '');
}

/** Letters to add, drop or change (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
