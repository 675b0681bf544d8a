import { z } from 'zod';
import { type BusinessHours, businessHoursSchema } from './businessHours.ts';
import { daySchema } from './calendarSchema.ts';
import { countedUnits, type DueLimit, limitSchema } from './limit.ts';

export const clockKinds = [
  'acceptance',
  'statutory',
  'promised',
  'step',
  'delivery',
  'publication',
  'specialProcedure',
  'hearingRequest',
  'hearing',
  'hearingNotice',
  'response',
  'disposal',
  'renewal',
  'routing',
  'annualCheck',
  'verification',
  'correction',
  'jointVisit',
  'other',
] as const;
export type ClockKind = (typeof clockKinds)[number];

/**
 * A span during which time is not counted. `to` missing or null: still open. `documentNo` is the number of
 * the written notice, `reason` the ground (art. 45).
 */
export interface Pause {
  readonly from: Date;
  readonly to?: Date | null | undefined;
  readonly reason: string;
  readonly documentNo?: string | undefined;
}

/**
 * Time added, always in the clock's own unit (`amount` number, or `{value, unit}` with that unit). It must be
 * requested before the clock is due. `admitted: true` says that this was checked when it was granted (see
 * `assertExtensible`), so that a calendar loaded later cannot invalidate it.
 */
export interface Extension {
  readonly amount: number | { readonly value: number; readonly unit: string };
  readonly approver: string;
  readonly documentNo?: string | undefined;
  readonly reason?: string | undefined;
  readonly requestedAt: Date;
  readonly admitted?: boolean | undefined;
}

/** Yellow when the remaining working days ≤ `workdays` or the used share in percent ≥ `percent`. */
export interface Thresholds {
  readonly workdays: number;
  readonly percent: number;
}

/** Everything a clock is; plain facts, in no particular order of time. */
export interface ClockInput {
  readonly kind?: ClockKind | undefined;
  readonly limit: DueLimit;
  readonly startAt: Date;
  readonly pauses?: readonly Pause[] | undefined;
  readonly extensions?: readonly Extension[] | undefined;
  /** The department's own hours; the calendar's otherwise. */
  readonly businessHours?: BusinessHours | undefined;
  readonly thresholds?: Thresholds | undefined;
  /** Decision, delivery or other act that stopped the clock. */
  readonly stoppedAt?: Date | null | undefined;
  /** The clock is due at the end of this day at the latest: expiry of the license that is renewed (art. 50). */
  readonly notAfterDay?: string | null | undefined;
}

export const defaultThresholds: Thresholds = { workdays: 1, percent: 80 };

export const thresholdsSchema = z.strictObject({
  workdays: z.int().nonnegative().default(defaultThresholds.workdays),
  percent: z.int().min(1).max(100).default(defaultThresholds.percent),
});

const instant = z.union([z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))]);

export const pauseSchema = z
  .strictObject({
    from: instant,
    to: instant.nullish(),
    reason: z.string().trim().min(1),
    documentNo: z.string().trim().min(1).optional(),
  })
  .refine((pause) => !pause.to || pause.to >= pause.from, { message: 'ends before it begins', path: ['to'] });

export const extensionSchema = z.strictObject({
  amount: z.union([
    z.int().positive(),
    z.strictObject({ value: z.int().positive(), unit: z.enum(countedUnits) }),
  ]),
  approver: z.string().trim().min(1),
  documentNo: z.string().trim().min(1).optional(),
  reason: z.string().trim().min(1).optional(),
  requestedAt: instant,
  admitted: z.boolean().optional(),
});

/** For data that crosses a boundary (instants as Date or ISO 8601 with offset, limits in any written form). */
export const clockInputSchema = z.strictObject({
  kind: z.enum(clockKinds).optional(),
  limit: limitSchema.refine((limit): limit is DueLimit => limit.unit !== 'none', {
    message: 'a clock needs a limit',
  }),
  startAt: instant,
  pauses: z.array(pauseSchema).optional(),
  extensions: z.array(extensionSchema).optional(),
  businessHours: businessHoursSchema.optional(),
  thresholds: thresholdsSchema.optional(),
  stoppedAt: instant.nullish(),
  notAfterDay: daySchema.nullish(),
});
