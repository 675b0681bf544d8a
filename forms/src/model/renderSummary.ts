import {
  type FormData,
  type FormDefinition,
  isObject,
  type JsonObject,
  type Locale,
} from './formDefinition.ts';
import { type Field, fieldsInScope, readFields } from './readFields.ts';
import { readLabel, readOptions } from './readLabels.ts';
import { isSignature } from './tradeSettings.ts';

/** One line of a read-only summary; fields in the rows of a datagrid carry the row in `label`. */
export interface SummaryRow {
  readonly path: string;
  readonly label: string;
  readonly value: string;
}

const words = {
  'zh-CN': { yes: '是', no: '否', join: '；', row: (at: number) => `第 ${at} 行 ` },
  en: { yes: 'Yes', no: 'No', join: '; ', row: (at: number) => `Row ${at}: ` },
};

/** What was filled in as people read it: labels of choices instead of values, empty fields left out. */
export function renderSummary(form: FormDefinition, data: FormData, locale: Locale): SummaryRow[] {
  return renderScope(readFields(form), data, locale, '', '');
}

function renderScope(
  fields: readonly Field[],
  data: unknown,
  locale: Locale,
  prefix: string,
  before: string,
): SummaryRow[] {
  if (!isObject(data)) return [];
  return fieldsInScope(fields).flatMap((field) => {
    const value = Object.hasOwn(data, field.key) ? data[field.key] : undefined;
    const path = prefix === '' ? field.key : `${prefix}.${field.key}`;
    const label = before + readLabel(field.component)[locale];
    if (field.kind === 'group') return renderScope(field.children, value, locale, path, before);
    if (field.kind === 'rows') {
      return (Array.isArray(value) ? value : []).flatMap((row: unknown, at) =>
        renderScope(field.children, row, locale, `${path}[${at}]`, `${label} ${words[locale].row(at + 1)}`),
      );
    }
    const text = renderValue(field, value, locale);
    return text === '' ? [] : [{ path, label, value: text }];
  });
}

/** One value as people read it; empty text where there is none. */
export function renderValue(field: Field, value: unknown, locale: Locale): string {
  if (value === undefined || value === null || field.kind === 'static') return '';
  if (typeof value === 'boolean') return value ? words[locale].yes : words[locale].no;
  if (typeof value === 'number') return `${value}${unit(field, locale)}`;
  const labels = new Map(readOptions(field.component).map((option) => [option.value, option.label[locale]]));
  if (Array.isArray(value)) {
    return value
      .map((entry: unknown) =>
        isObject(entry) ? fileWords(field, entry) : (labels.get(String(entry)) ?? String(entry)),
      )
      .join(words[locale].join);
  }
  if (isObject(value)) {
    const chosen = Object.entries(value).filter(([, on]) => on === true);
    return chosen.map(([option]) => labels.get(option) ?? option).join(words[locale].join);
  }
  return labels.get(String(value)) ?? String(value);
}

/** A file by its name; a signature by who signed: its name is that of the person. */
function fileWords(field: Field, file: JsonObject): string {
  const name = String(file['name'] ?? '');
  return isSignature(field.component) ? name.replace(/\.png$/, '') : name;
}

function unit(field: Field, locale: Locale): string {
  const properties = isObject(field.component['properties']) ? field.component['properties'] : {};
  const suffix = (locale === 'en' ? properties['en.suffix'] : undefined) ?? field.component['suffix'];
  return typeof suffix === 'string' && suffix !== '' ? ` ${suffix}` : '';
}
