import { readYamlMap } from '../model/yamlEdit.ts';
import { collectFormTexts } from './collectFormTexts.ts';

export const textAreas = ['item', 'steps', 'materials', 'documents', 'license', 'forms', 'notices'] as const;
export type TextArea = (typeof textAreas)[number];

/** Where a language of a text is written. */
export interface TextSpot {
  readonly file: string;
  readonly path: readonly (string | number)[];
}

/** A text that people read, in both languages; '' where it is missing. */
export interface PackText {
  readonly area: TextArea;
  /** Where it stands, in words that the pack itself gives: 材料审查 › 审查通过. */
  readonly where: string;
  readonly zh: string;
  readonly en: string;
  readonly spots: { readonly 'zh-CN': TextSpot; readonly en: TextSpot };
}

/** Part of pack.yaml → area; what is not named is the item's. */
const areaOf: Readonly<Record<string, TextArea>> = {
  steps: 'steps',
  materials: 'materials',
  questions: 'materials',
  documents: 'documents',
  refusalReasons: 'documents',
  appeal: 'documents',
  license: 'license',
};

/** Every text of a pack: pack.yaml, notices, labels of forms. */
export function collectTexts(files: ReadonlyMap<string, string>): PackText[] {
  const found: PackText[] = [];
  const yaml = (file: string, area: (path: readonly (string | number)[]) => TextArea, prefix: string) =>
    walk(readYamlMap(files.get(file) ?? ''), [], prefix === '' ? [] : [prefix], (path, where, text) =>
      found.push({
        area: area(path),
        where: where.join(' › '),
        zh: plain(text['zh-CN']),
        en: plain(text['en']),
        spots: { 'zh-CN': { file, path: [...path, 'zh-CN'] }, en: { file, path: [...path, 'en'] } },
      }),
    );
  yaml('pack.yaml', ([part]) => areaOf[String(part)] ?? 'item', '');
  for (const file of [...files.keys()].sort())
    if (/^notices\/.+\.yaml$/.test(file)) yaml(file, () => 'notices', file.slice('notices/'.length));
  for (const file of [...files.keys()].sort())
    if (/^forms\/.+\.json$/.test(file)) found.push(...collectFormTexts(file, files.get(file) ?? ''));
  return found;
}

export function isMissing({ zh, en }: PackText): boolean {
  return zh.trim() === '' || en.trim() === '';
}

type Plain = Readonly<Record<string, unknown>>;

/** A map with a language as key is a text; `where` names the way by the names on it. */
function walk(
  value: unknown,
  path: readonly (string | number)[],
  where: readonly string[],
  take: (path: readonly (string | number)[], where: readonly string[], text: Plain) => void,
): void {
  if (Array.isArray(value)) {
    value.forEach((entry, at) => {
      walk(entry, [...path, at], [...where, nameOf(entry) ?? String(at + 1)], take);
    });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const map = value as Plain;
  if (isText(map)) return take(path, where, map);
  for (const [key, entry] of Object.entries(map)) {
    const own =
      typeof entry === 'object' && entry !== null && !Array.isArray(entry) ? nameOf(entry) : undefined;
    walk(entry, [...path, key], [...where, own ?? key], take);
  }
}

function isText(map: Plain): boolean {
  const keys = Object.keys(map);
  return keys.length > 0 && keys.every((key) => key === 'zh-CN' || key === 'en');
}

/** What a part calls itself. */
function nameOf(value: unknown): string | undefined {
  const map = value as Plain | null;
  for (const part of ['name', 'title', 'label']) {
    const text = (map?.[part] as Plain | undefined)?.['zh-CN'];
    if (typeof text === 'string' && text !== '') return text;
  }
  const key = map?.['key'];
  return typeof key === 'string' ? key : undefined;
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
