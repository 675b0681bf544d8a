import { isCalendarDay } from '../formats/checkDate.ts';
import type { Field } from '../model/readFields.ts';
import { licenseTypesOf, workdaysAhead } from '../model/tradeSettings.ts';
import type { Breach } from './describeProblem.ts';
import { formatOf } from './shapeValue.ts';

/** A license that the applicant holds and that is in force. */
export interface HeldLicense {
  readonly licenseNo: string;
  /** Type by which packs name it: `foodBusinessLicense`. */
  readonly type: string;
}

/** What a form cannot know by itself; what is left out is not checked (in a browser the server still does). */
export interface Facts {
  /** The day (`YYYY-MM-DD`) so many legal working days from today. */
  readonly earliestDay?: ((workdays: number) => string) | undefined;
  readonly heldLicenses?: readonly HeldLicense[] | undefined;
}

/** What is wrong with a value in view of today and of the license store; null: nothing. */
export function checkFacts(
  field: Field,
  value: unknown,
  { earliestDay, heldLicenses }: Facts,
): Breach | null {
  if (typeof value !== 'string' || value === '') return null;
  const ahead = workdaysAhead(field.component);
  if (ahead !== null && earliestDay !== undefined && isCalendarDay(value)) {
    const earliest = earliestDay(ahead);
    if (value < earliest) return { rule: 'minWorkday', limit: earliest };
  }
  if (formatOf(field.component) !== 'license' || heldLicenses === undefined) return null;
  const types = licenseTypesOf(field.component);
  const held = heldLicenses.some(
    ({ licenseNo, type }) => licenseNo === value && (types.length === 0 || types.includes(type)),
  );
  return held ? null : { rule: 'licenseUnknown' };
}
