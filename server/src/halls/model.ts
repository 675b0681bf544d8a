import type { Text } from '../errors/appError.ts';
import type { Level } from '../organisation/model.ts';
import {
  type BaseDocument,
  count,
  documentSchema,
  flag,
  instant,
  nested,
  optionalInstant,
  optionalText,
  text,
} from '../store/documentSchema.ts';

/** Which items are taken: all, or those of these departments and these by code. */
export interface TakenItems {
  all: boolean;
  departments: string[];
  items: string[];
}

/** 业务类别 at the number dispenser: its letter begins the numbers of its tickets. */
export interface ServiceGroup {
  /** One capital letter. */
  key: string;
  name: Text;
  /** Minutes that one visitor usually takes, until the day itself tells. */
  minutes: number;
  /** Appointments in one time slot; 0 for none. */
  capacity: number;
  takes: TakenItems;
}

export interface Counter {
  /** As it hangs over the counter, e.g. `3`. */
  no: string;
  /** Groups whose tickets are called here. */
  groups: string[];
  takes: TakenItems;
}

/** Hours of a day in Shanghai time, `HH:MM`; `24:00` ends a day. */
export interface OpeningHours {
  from: string;
  to: string;
}

export interface QueueRules {
  /** Times a ticket is called at least before it may be skipped. */
  callsBeforeSkip: number;
  /** A skipped visitor who comes back is called after so many who wait. */
  returnAfter: number;
  /** Minutes before and after the beginning of a slot in which an appointment is checked in. */
  checkInEarly: number;
  checkInLate: number;
  /** Minutes of a slot. */
  slotMinutes: number;
  /** Days ahead that may be booked, today included. */
  daysAhead: number;
  /** So many missed appointments within 90 days close the booking by phone until they are older; 0 for never. */
  missesAllowed: number;
}

/** A hall 大厅 of windows at district, town or village level; its id is that of the department whose clerks sit there. */
export interface HallDocument extends BaseDocument {
  hallId: string;
  version: number;
  name: string;
  address: string;
  level: Level;
  departmentId: string;
  /** Open on working days only, or on every day. */
  days: 'workdays' | 'everyDay';
  hours: OpeningHours[];
  groups: ServiceGroup[];
  counters: Counter[];
  rules: QueueRules;
  /** Raised to make the keys of lost dispensers useless. */
  deviceKeyNo: number;
}

export const hallSchema = documentSchema<HallDocument>('halls', {
  hallId: text,
  version: count,
  name: text,
  address: { type: String, default: '' },
  level: text,
  departmentId: text,
  days: text,
  hours: nested,
  groups: nested,
  counters: nested,
  rules: nested,
  deviceKeyNo: count,
});
hallSchema.index({ tenant: 1, hallId: 1 }, { unique: true });

/** Who sits at which counter when; times as `OpeningHours`. */
export interface Shift extends OpeningHours {
  counter: string;
  userId: string;
  userName: string;
}

/** 排班 of a hall for one day. */
export interface RosterDocument extends BaseDocument {
  hallId: string;
  day: string;
  version: number;
  shifts: Shift[];
}

export const rosterSchema = documentSchema<RosterDocument>('rosters', {
  hallId: text,
  day: text,
  version: count,
  shifts: nested,
});
rosterSchema.index({ tenant: 1, hallId: 1, day: 1 }, { unique: true });

/** A clerk at a counter, from signing on to signing off; the end of the day ends it too. */
export interface SeatDocument extends BaseDocument {
  hallId: string;
  counter: string;
  userId: string;
  userName: string;
  day: string;
  since: Date;
  until?: Date;
  /** Set while it lasts, so that a counter and a clerk have one each. */
  openCounter?: string;
  openUser?: string;
  /** Called without being on the counter's roster. */
  substitute: boolean;
}

export const seatSchema = documentSchema<SeatDocument>('counterSeats', {
  hallId: text,
  counter: text,
  userId: text,
  userName: text,
  day: text,
  since: instant,
  until: optionalInstant,
  openCounter: optionalText,
  openUser: optionalText,
  substitute: flag,
});
seatSchema.index(
  { tenant: 1, openCounter: 1 },
  { unique: true, partialFilterExpression: { openCounter: { $exists: true } } },
);
seatSchema.index(
  { tenant: 1, openUser: 1 },
  { unique: true, partialFilterExpression: { openUser: { $exists: true } } },
);
// To find by; the partial ones only keep what is unique: docs/decisions/0013.
seatSchema.index({ openCounter: 1, tenant: 1 });
seatSchema.index({ openUser: 1, tenant: 1 });
seatSchema.index({ tenant: 1, hallId: 1, day: 1 });
