import messages from '../../data/messages.json' with { type: 'json' };
import type { FieldProblem, JsonObject, Locale, Text } from '../model/formDefinition.ts';
import { isObject } from '../model/formDefinition.ts';
import { english, readLabel } from '../model/readLabels.ts';

export type MessageKey = keyof typeof messages;

/** What a check found, before it is put into words. */
export interface Breach {
  readonly rule: MessageKey;
  readonly limit?: string | number;
  /** Step below the field itself, for a single entry of it. */
  readonly below?: readonly (string | number)[];
}

/** Rules for which the author's own message may stand in. */
const authorMayWord =
  /^(pattern|date|month|dateTime|phone|residentId\.(?:length|alphabet)|uscc\.(?:length|alphabet)|min|max)/;

/** Path segments as `members[1].name` and as RFC 6901 pointer. */
export function writePath(segments: readonly (string | number)[]): { path: string; pointer: string } {
  const path = segments.reduce<string>(
    (all, part) => (typeof part === 'number' ? `${all}[${part}]` : all === '' ? part : `${all}.${part}`),
    '',
  );
  const pointer = segments
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
  return { path, pointer };
}

/** Words one breach in the language asked for, naming the field. */
export function describeProblem(
  component: JsonObject,
  segments: readonly (string | number)[],
  breach: Breach,
  locale: Locale,
): FieldProblem {
  const label = readLabel(component);
  const row = rowWords(segments);
  const zh =
    row.zh +
    (authorWords(component, breach, 'zh-CN') ?? fill(messages[breach.rule].zh, label['zh-CN'], breach));
  const en =
    row.en + (authorWords(component, breach, 'en') ?? fill(messages[breach.rule].en, label.en, breach));
  const rule = breach.rule.startsWith('required') ? 'required' : (breach.rule.split('.')[0] ?? breach.rule);
  return {
    ...writePath([...segments, ...(breach.below ?? [])]),
    label: label[locale],
    message: locale === 'zh-CN' ? zh : en,
    messageEn: en,
    rule,
  };
}

/** Words a breach for a field that is no component of a form, such as the number of an applicant. */
export function wordBreach(rule: MessageKey, label: Text): Text {
  const { zh, en } = messages[rule];
  return { 'zh-CN': fill(zh, label['zh-CN'], { rule }), en: fill(en, label.en, { rule }) };
}

function authorWords(component: JsonObject, breach: Breach, locale: Locale): string | undefined {
  if (!authorMayWord.test(breach.rule)) return undefined;
  const validate = isObject(component['validate']) ? component['validate'] : {};
  const zh = validate['customMessage'];
  const words = locale === 'en' ? english(component, 'customMessage') : zh;
  if (typeof words !== 'string' || words === '') return undefined;
  const label = readLabel(component)[locale];
  return words.includes(label) ? words : `${label}${locale === 'en' ? ': ' : '：'}${words}`;
}

function rowWords(segments: readonly (string | number)[]): { zh: string; en: string } {
  const rows = segments.filter((part) => typeof part === 'number').map((part) => Number(part) + 1);
  if (rows.length === 0) return { zh: '', en: '' };
  return { zh: `第 ${rows.join('-')} 行：`, en: `Row ${rows.join('-')}: ` };
}

function fill(template: string, label: string, breach: Breach): string {
  return template.replace('{label}', () => label).replace('{limit}', () => String(breach.limit ?? ''));
}
