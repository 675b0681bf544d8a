import {
  type BaseDocument,
  count,
  documentSchema,
  instant,
  optionalInstant,
  optionalText,
  text,
  texts,
} from '../store/documentSchema.ts';

/** A number of the queue. It carries no personal data. */
export interface TicketDocument extends BaseDocument {
  hallId: string;
  day: string;
  group: string;
  /** Letter of the group in which it was taken and three digits of the day's sequence, e.g. `A012`; longer after 999. */
  number: string;
  state: 'waiting' | 'called' | 'finished' | 'skipped' | 'missed';
  /** Place in the queue: milliseconds, smallest first. */
  order: number;
  takenAt: Date;
  /** Began to wait for the present counter or group: moved by a transfer and by coming back. */
  waitingSince: Date;
  calledAt?: Date;
  calls: number;
  lastCallAt?: Date;
  finishedAt?: Date;
  counter?: string;
  calledBy?: string;
  /** `hall/counter` while it is called there: a counter has one visitor at a time. */
  atCounter?: string;
  /** A counter that alone may call it (transfer to a counter). */
  onlyCounter?: string;
  skips: number;
  /** Milliseconds waited before each call, and at counters, all in all. */
  waited: number;
  handled: number;
  appointmentId?: string;
  caseIds: string[];
  /** Random; the visitor's phone follows the ticket with it. */
  token: string;
}

export const ticketSchema = documentSchema<TicketDocument>('tickets', {
  hallId: text,
  day: text,
  group: text,
  number: text,
  state: text,
  order: count,
  takenAt: instant,
  waitingSince: instant,
  calledAt: optionalInstant,
  calls: count,
  lastCallAt: optionalInstant,
  finishedAt: optionalInstant,
  counter: optionalText,
  calledBy: optionalText,
  atCounter: optionalText,
  onlyCounter: optionalText,
  skips: count,
  waited: count,
  handled: count,
  appointmentId: optionalText,
  caseIds: texts,
  token: text,
});
ticketSchema.index({ tenant: 1, hallId: 1, day: 1, number: 1 }, { unique: true });
ticketSchema.index({ tenant: 1, hallId: 1, day: 1, group: 1, state: 1, order: 1 });
ticketSchema.index({ tenant: 1, token: 1 }, { unique: true });
ticketSchema.index(
  { tenant: 1, atCounter: 1 },
  { unique: true, partialFilterExpression: { atCounter: { $exists: true } } },
);
// To find by; the partial ones only keep what is unique: docs/decisions/0013.
ticketSchema.index({ atCounter: 1, tenant: 1 });

/** 预约. Name and phone are sealed; who looks is shown its own by a random token. */
export interface AppointmentDocument extends BaseDocument {
  hallId: string;
  group: string;
  day: string;
  /** Beginning of the slot, `HH:MM`. */
  time: string;
  /** 1 … capacity of the slot; unique while the appointment stands, so that a slot is never overbooked. */
  seat?: number;
  packCode?: string;
  /** Eight digits, for the dispenser. */
  code: string;
  /** Random, for the page of the appointment. */
  token: string;
  /** `{phone}`. */
  sealedPerson: string;
  phoneIndex: string;
  /** Hall, day and phone while it stands: one appointment a day in a hall. */
  onePerDay?: string;
  state: 'booked' | 'cancelled' | 'arrived';
  createdAt: Date;
  ticketId?: string;
}

export const appointmentSchema = documentSchema<AppointmentDocument>('appointments', {
  hallId: text,
  group: text,
  day: text,
  time: text,
  seat: { type: Number },
  packCode: optionalText,
  code: text,
  token: text,
  sealedPerson: text,
  phoneIndex: text,
  onePerDay: optionalText,
  state: text,
  createdAt: instant,
  ticketId: optionalText,
});
appointmentSchema.index(
  { tenant: 1, hallId: 1, group: 1, day: 1, time: 1, seat: 1 },
  { unique: true, partialFilterExpression: { seat: { $exists: true } } },
);
appointmentSchema.index({ tenant: 1, hallId: 1, day: 1, code: 1 }, { unique: true });
appointmentSchema.index({ tenant: 1, token: 1 }, { unique: true });
appointmentSchema.index(
  { tenant: 1, onePerDay: 1 },
  { unique: true, partialFilterExpression: { onePerDay: { $exists: true } } },
);
appointmentSchema.index({ onePerDay: 1, tenant: 1 });
appointmentSchema.index({ tenant: 1, day: 1 });
// The range field ends the index: docs/decisions/0004.
appointmentSchema.index({ tenant: 1, phoneIndex: 1, day: 1 });

/** Raised by every change of a hall's queue, so that the streams of all server copies notice. */
export interface QueueMarkDocument extends BaseDocument {
  hallId: string;
  mark: number;
}

export const queueMarkSchema = documentSchema<QueueMarkDocument>('queueMarks', { hallId: text, mark: count });
queueMarkSchema.index({ tenant: 1, hallId: 1 }, { unique: true });
