import { z } from 'zod';
import { field } from '../schema/field.ts';
import { rule } from '../schema/schemaMessage.ts';

/** A day or a minute in Shanghai, `2026-11-02` or `2026-11-02 10:00`. */
const dayOrMinute = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])( ([01]\d|2[0-3]):[0-5]\d)?$/, rule('localTimeFormat'));

/** A minute in Shanghai. */
const minute = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]) ([01]\d|2[0-3]):[0-5]\d$/, rule('localMinuteFormat'));

/** How far the clock is put forward: `3 workday` is the same time of day on the third working day. */
const delay = z.string().regex(/^[1-9]\d{0,3} (minute|hour|day|workday)$/, rule('delayFormat'));

export const localTime = (zh: string, en: string, example: string) => field(dayOrMinute, zh, en, example);
export const localMinute = (zh: string, en: string, example: string) => field(minute, zh, en, example);
export const delaySchema = field(
  delay.optional(),
  '比上一步晚多久：minute、hour、day、workday',
  'How much later than the step before: minute, hour, day or workday',
  '3 workday',
);
