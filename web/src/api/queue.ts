import type { HallSummary, OpeningHours } from './halls.ts';
import { request } from './request.ts';
import type { Text } from './types.ts';

/** Calls on the queue of a hall: the clerk's, then those of dispensers, screens and phones; each throws Problem. */

export interface QueueGroup {
  key: string;
  name: Text;
  /** Called at the own counter. */
  own: boolean;
  waiting: number;
  counters: number;
  /** Minutes; null while there is nothing to average. */
  longestWait: number | null;
  averageWait: number | null;
  averageHandling: number | null;
}
export interface Desk {
  hall: string;
  counter: string;
  since: string;
  current: {
    number: string;
    group: string;
    calledAt: string;
    calls: number;
    caseIds: string[];
    appointment: boolean;
    maySkip: boolean;
  } | null;
  waiting: { number: string; group: string; since: string; appointment: boolean; onlyHere: boolean }[];
  skipped: string[];
  groups: QueueGroup[];
  counters: { no: string; name: string }[];
  served: number;
}
export type QueueAct = 'call' | 'recall' | 'skip' | 'finish';

export const readDesk = () => request<Desk>('GET', '/queue');
export const actOnQueue = (act: QueueAct) => request<Desk>('POST', `/queue/${act}`);
export const transferTicket = (to: { group: string } | { counter: string }) =>
  request<Desk>('POST', '/queue/transfer', { body: to });
export const returnSkipped = (number: string) => request<Desk>('POST', '/queue/return', { body: { number } });

export interface PublicHall extends HallSummary {
  days: 'workdays' | 'everyDay';
  hours: OpeningHours[];
  openNow: boolean;
  groups: { key: string; name: Text; appointments: boolean; minutes: number }[];
  bookableDays: string[];
}
export interface Board {
  at: string;
  calls: { number: string; counter: string; calls: number; at: string; open: boolean }[];
  groups: { key: string; name: Text; waiting: number; counters: number; estimate: number }[];
}
export interface Ticket {
  number: string;
  token: string;
  hall: HallSummary;
  group: Text;
  state: 'waiting' | 'called' | 'finished' | 'skipped' | 'missed';
  ahead: number;
  /** Minutes. */
  estimate: number;
  counter: string | null;
  takenAt: string;
  returnAfter: number;
}
export interface Slot {
  time: string;
  until: string;
  free: number;
}
export interface Appointment {
  hall: HallSummary;
  group: Text;
  day: string;
  time: string;
  code: string;
  token: string;
  state: 'booked' | 'cancelled' | 'arrived' | 'missed';
  checkInEarly: number;
  checkInLate: number;
}
export interface HallItemHit {
  packCode: string;
  name: Text;
  groups: string[];
}

export const listPublicHalls = () => request<{ items: HallSummary[] }>('GET', '/public/halls');
export const readPublicHall = (id: string) => request<PublicHall>('GET', `/public/halls/${id}`);
export const findHallItems = (id: string, query: string) =>
  request<{ items: HallItemHit[] }>('GET', `/public/halls/${id}/items`, { query: { query } });
export const readBoard = (id: string) => request<Board>('GET', `/public/halls/${id}/queue`);
export const takeTicket = (id: string, body: { key: string; group: string }, idempotencyKey: string) =>
  request<Ticket>('POST', `/public/halls/${id}/tickets`, { body, idempotencyKey });
export const checkIn = (id: string, body: { key: string; code: string }, idempotencyKey: string) =>
  request<Ticket>('POST', `/public/halls/${id}/check-ins`, { body, idempotencyKey });
export const comeBack = (id: string, body: { key: string; number: string }) =>
  request<Ticket>('POST', `/public/halls/${id}/returns`, { body });
export const readTicket = (token: string) => request<Ticket>('GET', `/public/tickets/${token}`);
export const listSlots = (id: string, group: string, day: string) =>
  request<{ items: Slot[] }>('GET', `/public/halls/${id}/slots`, { query: { group, day } });
export const bookAppointment = (
  id: string,
  body: { group: string; packCode?: string; day: string; time: string; phone: string },
  idempotencyKey: string,
) => request<Appointment>('POST', `/public/halls/${id}/appointments`, { body, idempotencyKey });
export const readAppointment = (token: string) =>
  request<Appointment>('GET', `/public/appointments/${token}`);
export const cancelAppointment = (token: string) => request<void>('DELETE', `/public/appointments/${token}`);
