import { z } from 'zod';
import { officeDay } from './businessHours.ts';
import type { Calendar } from './calendarSchema.ts';
import type { ClockInput } from './clockInput.ts';
import { lightSchedule } from './lightSchedule.ts';
import { dayOfMinute, instantOfMinute, MINUTES_PER_DAY, minuteOf } from './shanghaiTime.ts';
import { workingDays } from './workingDays.ts';

export const escalationRoles = ['handler', 'head', 'supervisor', 'clerk', 'admin'] as const;

/** When the light turns, or at close of business of the N-th working day after the day on which it turned. */
const whenSchema = z.union([
  z.enum(['yellow', 'red']),
  z.strictObject({ after: z.enum(['yellow', 'red']), workdays: z.int().positive() }),
]);

const stepSchema = z.strictObject({
  key: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/),
  at: whenSchema,
  notify: z.array(z.enum(escalationRoles)).min(1),
});

/** A chain of escalation steps with unique keys. */
export const escalationChainSchema = z.array(stepSchema).superRefine((chain, context) => {
  const keys = chain.map(({ key }) => key);
  keys.forEach((key, index) => {
    if (keys.indexOf(key) !== index)
      context.addIssue({ code: 'custom', path: [index, 'key'], message: `${key} is used twice` });
  });
});

export type EscalationStep = z.infer<typeof stepSchema>;
export type EscalationRole = EscalationStep['notify'][number];
export type EscalationChain = readonly EscalationStep[];

/** Yellow → handler; red → handler and head; red + 3 working days → supervisor. */
export const defaultEscalationChain: EscalationChain = [
  { key: 'yellow', at: 'yellow', notify: ['handler'] },
  { key: 'red', at: 'red', notify: ['handler', 'head'] },
  { key: 'supervise', at: { after: 'red', workdays: 3 }, notify: ['supervisor'] },
];

export interface PlannedStep {
  readonly stepKey: string;
  readonly dueAt: Date;
  readonly notify: readonly EscalationRole[];
}

/**
 * When each step of the chain falls due as things stand, in order of time. Steps that cannot come are left
 * out: after the clock has stopped, behind an open pause, or yellow where red comes first. It does not know
 * which steps have fired: after a pause or an extension the caller replaces only the steps not yet fired.
 */
export function escalationPlan(clock: ClockInput, chain: EscalationChain, calendar: Calendar): PlannedStep[] {
  const { yellowAt, redAt, changes } = lightSchedule(clock, calendar);
  const last = changes.at(-1);
  // A course ends with `paused` only where a pause is open, with done… where the clock has stopped.
  const endsAt = last && last.light !== 'red' && last.light !== 'yellow' ? last.at : null;
  const turnsAt = { yellow: yellowAt, red: redAt };
  const planned: PlannedStep[] = [];
  for (const { key, at, notify } of chain) {
    const turned = turnsAt[typeof at === 'string' ? at : at.after];
    if (!turned) continue;
    const dueAt = typeof at === 'string' ? turned : workdaysLater(turned, at.workdays, clock, calendar);
    if (!endsAt || dueAt < endsAt) planned.push({ stepKey: key, dueAt, notify });
  }
  return planned.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

function workdaysLater(turned: Date, count: number, clock: ClockInput, calendar: Calendar): Date {
  const days = workingDays(calendar);
  const day = days.atRank(days.before(dayOfMinute(minuteOf(turned)) + 1) + count);
  const { close } = officeDay(clock.businessHours ?? calendar.businessHours);
  return instantOfMinute(day * MINUTES_PER_DAY + close);
}
