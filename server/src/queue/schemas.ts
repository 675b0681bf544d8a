import { z } from 'zod';
import { hallSummary } from '../halls/schemas.ts';
import { textSchema } from '../http/schemas.ts';

export const publicHall = hallSummary.extend({
  days: z.enum(['workdays', 'everyDay']),
  hours: z.array(z.object({ from: z.string(), to: z.string() })),
  openNow: z.boolean(),
  groups: z.array(
    z.object({ key: z.string(), name: textSchema, appointments: z.boolean(), minutes: z.number() }),
  ),
  bookableDays: z.array(z.string()),
});
export const boardView = z.object({
  at: z.string(),
  calls: z.array(
    z.object({
      number: z.string(),
      counter: z.string(),
      calls: z.number(),
      at: z.string(),
      open: z.boolean(),
    }),
  ),
  groups: z.array(
    z.object({
      key: z.string(),
      name: textSchema,
      waiting: z.number(),
      counters: z.number(),
      estimate: z.number(),
    }),
  ),
});
export const ticketView = z.object({
  number: z.string(),
  token: z.string(),
  hall: hallSummary,
  group: textSchema,
  state: z.enum(['waiting', 'called', 'finished', 'skipped', 'missed']),
  ahead: z.number(),
  estimate: z.number(),
  counter: z.string().nullable(),
  takenAt: z.string(),
  returnAfter: z.number(),
});
export const slotView = z.object({ time: z.string(), until: z.string(), free: z.number() });
export const appointmentView = z.object({
  hall: hallSummary,
  group: textSchema,
  day: z.string(),
  time: z.string(),
  code: z.string(),
  token: z.string(),
  state: z.enum(['booked', 'cancelled', 'arrived', 'missed']),
  checkInEarly: z.number(),
  checkInLate: z.number(),
});
const figure = z.number().nullable();
export const deskView = z.object({
  hall: z.string(),
  counter: z.string(),
  since: z.string(),
  current: z
    .object({
      number: z.string(),
      group: z.string(),
      calledAt: z.string(),
      calls: z.number(),
      caseIds: z.array(z.string()),
      appointment: z.boolean(),
      maySkip: z.boolean(),
    })
    .nullable(),
  waiting: z.array(
    z.object({
      number: z.string(),
      group: z.string(),
      since: z.string(),
      appointment: z.boolean(),
      onlyHere: z.boolean(),
    }),
  ),
  skipped: z.array(z.string()),
  groups: z.array(
    z.object({
      key: z.string(),
      name: textSchema,
      own: z.boolean(),
      waiting: z.number(),
      counters: z.number(),
      longestWait: figure,
      averageWait: figure,
      averageHandling: figure,
    }),
  ),
  counters: z.array(z.object({ no: z.string(), name: z.string() })),
  served: z.number(),
});
export const phoneSchema = z
  .string()
  .trim()
  .regex(/^1[3-9]\d{9}$/);
