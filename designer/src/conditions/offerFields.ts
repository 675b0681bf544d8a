import type { ListedField } from '@onewindow/forms';
import { sayAbout } from '../i18n/punctuate.ts';
import type { Manifest, ManifestVariable, YamlPath } from '../model/manifest.ts';
import type { Locale } from '../model/packFiles.ts';
import type { ConditionField } from './ConditionField.ts';
import { daysOf, earlierDays, isSameDays } from './offerDays.ts';
import { fieldsOf, pointerOf, typeOf } from './plainFields.ts';

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
  /** Steps that come before a step, whose days may be counted from; left out: only those of the application. */
  readonly before?: (step: string) => readonly string[];
}

/**
 * The fields of the forms that a condition may ask about besides the variables that are declared: numbers, choices, days and
 * yes or no. Texts are left out: what people write is personal more often than not, and the engine holds nothing personal.
 */
export function offerFields(pack: Pack): OfferedField[] {
  const { manifest, files, locale } = pack;
  const steps = Object.entries(manifest.steps ?? {});
  const declared = [
    ...(manifest.intakeVariables ?? []),
    ...steps.flatMap(([, step]) => step.variables ?? []),
  ];
  const taken = new Set(declared.map(({ name }) => name));
  const said = (of: string, words: string) => (of === '' ? words : sayAbout(locale, of, words));
  const offer = (form: string, place: YamlPath, own: readonly ManifestVariable[], about: string) => {
    const fields = fieldsOf(files.get(form) ?? '');
    const step = typeof place[1] === 'string' ? place[1] : undefined;
    return [
      ...offerPlain(fields, place, own, about),
      ...daysOf(fields, step, earlierDays(pack, step), locale).flatMap(({ label, wanted, variable }) => {
        if (own.some((one) => isSameDays(one, variable))) return [];
        const name = freeName(wanted, taken);
        taken.add(name);
        const field: ConditionField = { name, label: said(about, label), type: 'number' };
        return [{ field, place, variable: { name, ...variable, ...declaration('number') } }];
      }),
    ];
  };
  const offerPlain = (
    fields: readonly ListedField[],
    place: YamlPath,
    own: readonly ManifestVariable[],
    about: string,
  ) =>
    fields.flatMap((field): OfferedField[] => {
      const from = pointerOf(field);
      const type = typeOf(field);
      if (
        type === null ||
        own.some((variable) => variable.from === from && !variable.daysFrom && !variable.daysSince)
      )
        return [];
      const name = freeName(field.path, taken);
      taken.add(name);
      const label = said(about, field.label[locale]);
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
