import type { ListedField } from '@onewindow/forms';
import type { DaysIn, Manifest, ManifestVariable } from '../model/manifest.ts';
import type { Locale } from '../model/packFiles.ts';
import { conditionTexts } from './conditionTexts.ts';
import { fieldsOf, pointerOf, typeOf } from './plainFields.ts';

/** A number of days that a variable of a form may count. */
export interface OfferedDays {
  readonly label: string;
  /** Name for it, where that is free. */
  readonly wanted: string;
  readonly variable: Pick<ManifestVariable, 'from' | 'daysFrom' | 'daysSince' | 'daysIn'>;
}

/** A day of a form that has been filled in before. */
interface EarlierDay {
  readonly source: string;
  readonly label: string;
  readonly path: string;
}

interface Pack {
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, string>;
  readonly locale: Locale;
  readonly before?: (step: string) => readonly string[];
}

/**
 * The days that can be counted to the days of a form: from the receipt, from the completion of the step, from another day of the form,
 * from a day of an earlier form; in calendar days and in working days.
 */
export function daysOf(
  fields: readonly ListedField[],
  step: string | undefined,
  earlier: readonly EarlierDay[],
  locale: Locale,
): OfferedDays[] {
  const texts = conditionTexts[locale];
  const days = fields.filter((field) => typeOf(field) === 'date');
  // An application is handed in on the day of receipt.
  const since = step === undefined ? (['receipt'] as const) : (['receipt', 'today'] as const);
  return days.flatMap((end, at) => {
    const from = pointerOf(end);
    const ends = end.label[locale];
    const starts: EarlierDay[] = days
      .slice(0, at)
      .map((start) => ({ source: pointerOf(start), label: start.label[locale], path: start.path }));
    return units.flatMap((unit): OfferedDays[] => {
      const [words, daysIn] = [texts.daysIn[unit], unit === 'day' ? {} : { daysIn: unit }];
      const counted = unit === 'day' ? 'Days' : 'Workdays';
      return [
        ...since.map((daysSince) => ({
          label: texts.daysSince[daysSince](ends, words),
          wanted: `${lastOf(end.path)}${counted}Since${capital(daysSince)}`,
          variable: { from, daysSince, ...daysIn },
        })),
        ...[...starts, ...earlier].map(({ source, label, path }) => ({
          label: texts.daysBetween(label, ends, words),
          wanted: `${lastOf(end.path)}${counted}From${capital(lastOf(path))}`,
          variable: { from, daysFrom: source, ...daysIn },
        })),
      ];
    });
  });
}

const units: readonly DaysIn[] = ['day', 'workday'];

/** The days of the application and of the steps before one. */
export function earlierDays(
  { manifest, files, locale, before = () => [] }: Pack,
  step: string | undefined,
): EarlierDay[] {
  if (step === undefined) return [];
  const texts = conditionTexts[locale];
  const of = (form: string, origin: string, name: string) =>
    fieldsOf(files.get(form) ?? '')
      .filter((field) => typeOf(field) === 'date')
      .map((field) => ({
        source: `${origin}:${pointerOf(field)}`,
        label: texts.ofForm(name, field.label[locale]),
        path: field.path,
      }));
  const intake = new Set((manifest.operations ?? []).flatMap(({ intakeForm }) => intakeForm ?? []));
  const found = [
    ...[...intake].flatMap((form) => of(form, 'intake', texts.application)),
    ...before(step).flatMap((key) => {
      const { form, name } = manifest.steps?.[key] ?? {};
      return form === undefined ? [] : of(form, `step.${key}`, name?.[locale] ?? key);
    }),
  ];
  // Forms of several operations share their fields.
  return found.filter((day, at) => found.findIndex(({ source }) => source === day.source) === at);
}

/** Whether two variables count the same days. */
export function isSameDays(one: ManifestVariable, other: OfferedDays['variable']): boolean {
  return (
    one.from === other.from &&
    one.daysFrom === other.daysFrom &&
    one.daysSince === other.daysSince &&
    (one.daysIn ?? 'day') === (other.daysIn ?? 'day')
  );
}

function lastOf(path: string): string {
  return path.split('.').at(-1) ?? '';
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
