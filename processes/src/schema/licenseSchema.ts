import { z } from 'zod';
import { boundFieldSchema, sourceSchema } from './sourceSchema.ts';
import { keySchema, packPathSchema, textSchema } from './text.ts';

/** The license that a granted case issues (GB/T 36903, GB/T 36904). */
export const licenseSchema = z.strictObject({
  /** TYPE segment of the identifier: 18-character code of the defining body and 3 characters. */
  typeCode: z.string().regex(/^[0-9A-Z]{21}$/),
  /** Key by which materials and operations name this type. */
  type: keySchema,
  name: textSchema,
  template: packPathSchema,
  /**
   * 证照编号, with `{division}` (6 digits), `{year}` (4 digits) and `{serial:N}` (N digits, counted per type,
   * division and year where `{year}` is there, else per type and division).
   */
  numberFormat: z
    .string()
    .regex(/^[^{}]*(\{(division|year|serial:[1-9])\}[^{}]*)*$/)
    .includes('{serial:'),
  /** From the day of issue; the last day is the day before the corresponding day. */
  validity: z.union([
    z.strictObject({ value: z.int().positive().max(100), unit: z.enum(['day', 'month', 'year']) }),
    z.literal('long-term'),
  ]),
  holderFrom: z.strictObject({ name: sourceSchema, code: sourceSchema, kind: sourceSchema }),
  /** Fields of the template that come from the case; those the product knows itself (number, dates, issuer) are not listed. */
  fields: z.record(keySchema, boundFieldSchema),
});

export type LicenseType = z.infer<typeof licenseSchema>;

/** What `{{…}}` in a license template may name beside `fields.<key>`; days are written 2026年11月23日, `validTo` is empty for 长期. */
export const licensePlaceholders = [
  'identifier',
  'licenseNo',
  'name',
  'holder.name',
  'holder.code',
  'issuer.name',
  'issuer.uscc',
  'issueDay',
  'validFrom',
  'validTo',
] as const;
