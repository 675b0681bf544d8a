import { type ListedField, listFields } from '@onewindow/forms';
import type { Manifest, ManifestVariable, YamlPath } from '../model/manifest.ts';
import type { Locale } from '../model/packFiles.ts';
import type { ConditionField } from './ConditionField.ts';

/** A field of a form that no condition asks about yet: the first that does makes it a variable of the process. */
export interface OfferedField {
  readonly field: ConditionField;
  /** List of pack.yaml that declares it. */
  readonly place: YamlPath;
  readonly variable: ManifestVariable;
}

interface Pack {
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, string>;
  readonly locale: Locale;
}

/**
 * The fields of the forms that a condition may ask about besides the variables that are declared: numbers, choices, days and
 * yes or no. Texts are left out: what people write is personal more often than not, and the engine holds nothing personal.
 */
export function offerFields({ manifest, files, locale }: Pack): OfferedField[] {
  const steps = Object.entries(manifest.steps ?? {});
  const declared = [
    ...(manifest.intakeVariables ?? []),
    ...steps.flatMap(([, step]) => step.variables ?? []),
  ];
  const taken = new Set(declared.map(({ name }) => name));
  const offer = (form: string, place: YamlPath, own: readonly ManifestVariable[], about: string) =>
    fieldsOf(files.get(form) ?? '').flatMap((field): OfferedField[] => {
      const from = `/${field.path.replaceAll('.', '/')}`;
      const type = typeOf(field);
      if (type === null || own.some((variable) => variable.from === from)) return [];
      const name = freeName(field.path, taken);
      taken.add(name);
      const label = about === '' ? field.label[locale] : `${about}：${field.label[locale]}`;
      const options = field.options.map((option) => ({ value: option.value, label: option.label[locale] }));
      return [
        {
          field: { name, label, type, ...(type === 'choice' ? { options } : {}) },
          place,
          variable: { name, from, ...declaration(type) },
        },
      ];
    });
  const intake = new Set((manifest.operations ?? []).flatMap(({ intakeForm }) => intakeForm ?? []));
  return [
    ...[...intake].flatMap((form) => offer(form, ['intakeVariables'], manifest.intakeVariables ?? [], '')),
    ...steps.flatMap(([key, { form, name, variables = [] }]) =>
      form === undefined ? [] : offer(form, ['steps', key, 'variables'], variables, name?.[locale] ?? key),
    ),
  ];
}

/** Those of the offered fields that a condition names. */
export function fieldsNamed(condition: string, offered: readonly OfferedField[]): OfferedField[] {
  const words = new Set(condition.match(/[A-Za-z_]\w*/g) ?? []);
  return offered.filter(({ variable }) => words.has(variable.name));
}

/** What has a value of its own: fields in the rows of a table have many. */
function fieldsOf(text: string): ListedField[] {
  try {
    const fields = listFields(JSON.parse(text));
    const tables = fields.filter(({ type }) => type === 'datagrid').map(({ path }) => `${path}.`);
    return fields.filter(({ path }) => !tables.some((table) => path.startsWith(table)));
  } catch {
    return [];
  }
}

function typeOf({ type, format }: ListedField): 'number' | 'boolean' | 'choice' | 'date' | null {
  if (type === 'number' || type === 'currency') return 'number';
  if (type === 'checkbox') return 'boolean';
  if (type === 'radio' || type === 'select') return 'choice';
  return format === 'date' ? 'date' : null;
}

/** How it stands in pack.yaml; the default is what a case has that left the field empty. */
function declaration(
  type: 'number' | 'boolean' | 'choice' | 'date',
): Pick<ManifestVariable, 'type' | 'default'> {
  if (type === 'number') return { type, default: 0 };
  if (type === 'boolean') return { type, default: false };
  return { type: 'string', default: '' };
}

function freeName(path: string, taken: ReadonlySet<string>): string {
  const [first = 'field', ...rest] =
    path
      .split('.')
      .slice(-1)[0]
      ?.match(/[A-Za-z0-9]+/g) ?? [];
  const name = [first, ...rest.map((part) => part.charAt(0).toUpperCase() + part.slice(1))].join('');
  if (!taken.has(name)) return name;
  for (let number = 2; ; number += 1) if (!taken.has(`${name}${number}`)) return `${name}${number}`;
}
