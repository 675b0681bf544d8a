import { describeLimit, limitSchema } from '@onewindow/clocks';
import { isRecord } from '../lint/readForm.ts';
import type { DiffValue, Words } from './changeSchema.ts';
import { joinWords, type LabelSection, same, word, wordsOf } from './diffTexts.ts';
import { findLabel } from './findLabel.ts';
import { restoreLimits, SHORT } from './normaliseLimits.ts';

/** A limit in short form with its number; `immediate` and `none` are words of their own elsewhere. */
const COUNTED = /^\d{1,7}\s*(workday|day|month|year|workhour|hour|minute)s?$/;

/** A value of a file as data and in plain words; null for one that is not there. */
export function describeValue(
  section: LabelSection,
  keys: readonly string[],
  value: unknown,
): DiffValue | null {
  return value === undefined ? null : { value: restoreLimits(value), words: wordsFor(section, keys, value) };
}

/** The value in plain words: limits with their unit, choices by name, parts by label. */
export function wordsFor(section: LabelSection, keys: readonly string[], value: unknown): Words {
  const label = findLabel(section, keys);
  if (typeof value === 'boolean') return word(value ? 'yes' : 'no');
  if (typeof value === 'string') {
    const choice = label?.values;
    if (choice !== undefined && Object.hasOwn(choice, value) && choice[value]) return wordsOf(choice[value]);
    if (COUNTED.test(value) || label?.value === 'limit' || keys.at(-1) === SHORT) {
      return limitWords(value) ?? same(value);
    }
    return value === '' ? word('empty') : same(value);
  }
  if (Array.isArray(value)) {
    const parts = value.map((item, at) =>
      wordsFor(section, [...keys, isRecord(item) ? String(at) : '0'], item),
    );
    return parts.length === 0
      ? word('empty')
      : joinWords(parts, word(value.some(isRecord) ? 'pairs' : 'list'));
  }
  if (isRecord(value)) return recordWords(section, keys, value);
  return same(String(value));
}

function recordWords(
  section: LabelSection,
  keys: readonly string[],
  value: Readonly<Record<string, unknown>>,
): Words {
  const limit = limitWords(SHORT in value ? restoreLimits(value) : value);
  if (limit !== undefined) return limit;
  if (typeof value['zh-CN'] === 'string' && typeof value['en'] === 'string') {
    return { 'zh-CN': value['zh-CN'], en: value['en'] };
  }
  // What kind of element holds a part says nothing beside the part's own name.
  const entries = Object.entries(value).filter(([key, part]) => key !== '$type' || !isNested(keys, part));
  const parts = entries.map(([key, part]) => {
    const path = [...keys, key];
    const label = findLabel(section, path);
    const words = wordsFor(section, path, part);
    if (label?.hidden === true) return words;
    const name = label === undefined || (label.entry && !isRecord(part)) ? same(key) : wordsOf(label);
    return word('pair', { label: label?.entry ? same(key) : name, value: words });
  });
  return parts.length === 0 ? word('empty') : joinWords(parts, word('pairs'));
}

/** The type of a list entry of which only the content is read. */
function isNested(keys: readonly string[], type: unknown): boolean {
  return keys.length > 0 && type === 'bpmn:Documentation';
}

/** Words of a limit in any written form, with its article; undefined for anything else. */
function limitWords(value: unknown): Words | undefined {
  const looks = typeof value === 'string' || (isRecord(value) && ('limit' in value || 'unit' in value));
  const parsed = looks ? limitSchema.safeParse(value) : undefined;
  if (!parsed?.success) return undefined;
  const { cite } = parsed.data;
  return joinWords([describeLimit(parsed.data), same(cite ?? '')], word('pairs'));
}
