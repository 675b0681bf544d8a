import { z } from 'zod';
import { textSchema } from '../http/schemas.ts';

const time = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);
const name = z.string().trim().min(1).max(60);
export const hoursSchema = z
  .strictObject({ from: time, to: time })
  .refine(({ from, to }) => from < to, { path: ['to'], error: 'must be after from' });
const takes = z.strictObject({
  all: z.boolean(),
  departments: z.array(z.string().max(32)).max(100),
  items: z.array(z.string().max(64)).max(500),
});
export const groupKey = z.string().regex(/^[A-Z]$/);
const counterNo = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z-]{1,6}$/);

/** What may be changed of a hall. */
export const hallEdit = z
  .strictObject({
    name,
    address: z.string().trim().max(200),
    days: z.enum(['workdays', 'everyDay']),
    hours: z.array(hoursSchema).min(1).max(4),
    groups: z
      .array(
        z.strictObject({
          key: groupKey,
          name: z.strictObject({ 'zh-CN': name, en: name }),
          minutes: z.number().int().min(1).max(240),
          capacity: z.number().int().min(0).max(100),
          takes,
        }),
      )
      .min(1)
      .max(12),
    counters: z
      .array(z.strictObject({ no: counterNo, groups: z.array(groupKey).max(12), takes }))
      .min(1)
      .max(200),
    rules: z.strictObject({
      callsBeforeSkip: z.number().int().min(1).max(5),
      returnAfter: z.number().int().min(0).max(20),
      checkInEarly: z.number().int().min(0).max(120),
      checkInLate: z.number().int().min(0).max(120),
      slotMinutes: z.number().int().min(10).max(240),
      daysAhead: z.number().int().min(1).max(30),
      missesAllowed: z.number().int().min(0).max(20),
    }),
  })
  .superRefine((hall, context) => {
    const twice = (list: readonly string[]) => list.find((entry, at) => list.indexOf(entry) !== at);
    const group = twice(hall.groups.map(({ key }) => key));
    if (group !== undefined)
      context.addIssue({ code: 'custom', path: ['groups'], message: `${group} twice` });
    const counter = twice(hall.counters.map(({ no }) => no));
    if (counter !== undefined)
      context.addIssue({ code: 'custom', path: ['counters'], message: `${counter} twice` });
    const hours = hall.hours.toSorted((a, b) => a.from.localeCompare(b.from));
    if (hours.some(({ from }, at) => at > 0 && from < (hours[at - 1]?.to ?? '')))
      context.addIssue({ code: 'custom', path: ['hours'], message: 'overlap' });
    const keys = new Set(hall.groups.map(({ key }) => key));
    for (const [at, { groups }] of hall.counters.entries())
      for (const key of groups)
        if (!keys.has(key))
          context.addIssue({ code: 'custom', path: ['counters', at, 'groups'], message: `no group ${key}` });
  });
export type HallEdit = z.output<typeof hallEdit>;

export const hallSummary = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string(),
  level: z.enum(['district', 'town', 'village']),
});
export const hallView = hallSummary.extend({
  version: z.number(),
  days: z.enum(['workdays', 'everyDay']),
  hours: z.array(z.object({ from: z.string(), to: z.string() })),
  groups: z.array(
    z.object({
      key: z.string(),
      name: textSchema,
      minutes: z.number(),
      capacity: z.number(),
      takes,
    }),
  ),
  counters: z.array(z.object({ no: z.string(), groups: z.array(z.string()), takes })),
  rules: z.record(z.string(), z.number()),
  /** Address of the dispenser's page with its key in the fragment; a fragment is not sent and stands in no log. */
  dispenser: z.string(),
  screen: z.string(),
});

export const shiftSchema = z
  .strictObject({ counter: counterNo, userId: z.string().max(64), from: time, to: time })
  .refine(({ from, to }) => from < to, { path: ['to'], error: 'must be after from' });
export const rosterView = z.object({
  day: z.string(),
  version: z.number(),
  shifts: z.array(
    z.object({
      counter: z.string(),
      userId: z.string(),
      userName: z.string(),
      from: z.string(),
      to: z.string(),
    }),
  ),
  clerks: z.array(z.object({ id: z.string(), name: z.string() })),
});

export const deskCounter = z.object({
  no: z.string(),
  groups: z.array(z.string()),
  /** Who sits there now. */
  taken: z.string().nullable(),
  /** On the roster there now. */
  planned: z.array(z.string()),
});
export const seatView = z.object({
  /** Null for a clerk whose department runs no hall. */
  hall: hallSummary.nullable(),
  groups: z.array(z.object({ key: z.string(), name: textSchema })),
  counters: z.array(deskCounter),
  seat: z
    .object({ counter: z.string(), since: z.string(), substitute: z.boolean(), groups: z.array(z.string()) })
    .nullable(),
  /** The counter on whose roster this person is now. */
  planned: z.string().nullable(),
});
