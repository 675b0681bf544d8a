import { request } from './request.ts';
import type { Level, NamedRef, Text } from './types.ts';

/** Calls on halls and counters; each throws Problem. */

export interface HallSummary {
  id: string;
  name: string;
  address: string;
  level: Level;
}
export interface TakenItems {
  all: boolean;
  departments: string[];
  items: string[];
}
export interface ServiceGroup {
  key: string;
  name: Text;
  /** Usual time of a visitor. */
  minutes: number;
  /** Appointments in one slot. */
  capacity: number;
  takes: TakenItems;
}
export interface Counter {
  no: string;
  groups: string[];
  takes: TakenItems;
}
export interface OpeningHours {
  from: string;
  to: string;
}
export const ruleNames = [
  'callsBeforeSkip',
  'returnAfter',
  'slotMinutes',
  'daysAhead',
  'checkInEarly',
  'checkInLate',
  'missesAllowed',
] as const;
export interface HallEdit {
  name: string;
  address: string;
  days: 'workdays' | 'everyDay';
  hours: OpeningHours[];
  groups: ServiceGroup[];
  counters: Counter[];
  rules: Record<(typeof ruleNames)[number], number>;
}
export interface HallItem {
  packCode: string;
  name: Text;
  department: string;
}
export interface Hall extends HallEdit, HallSummary {
  version: number;
  /** Paths of the pages of the hall's devices; the dispenser's with its key. */
  dispenser: string;
  screen: string;
}
export interface HallPageView extends Hall {
  items: HallItem[];
  departments: NamedRef[];
}
export interface Shift extends OpeningHours {
  counter: string;
  userId: string;
}
export interface Roster {
  day: string;
  version: number;
  shifts: (Shift & { userName: string })[];
  clerks: NamedRef[];
}
/** The own hall and counter of a clerk. */
export interface SeatView {
  hall: HallSummary | null;
  groups: { key: string; name: Text }[];
  counters: { no: string; groups: string[]; taken: string | null; planned: string[] }[];
  seat: { counter: string; since: string; substitute: boolean; groups: string[] } | null;
  planned: string | null;
}

export const listHalls = () => request<{ items: (HallSummary & { counters: number })[] }>('GET', '/halls');
export const readHall = (id: string) => request<HallPageView>('GET', `/halls/${id}`);
export const saveHall = (id: string, version: number, edit: HallEdit) =>
  request<Hall>('PUT', `/halls/${id}`, { body: edit, ifMatch: version });
export const renewDispenserKey = (id: string) => request<Hall>('POST', `/halls/${id}/dispenser-key`);
export const readRoster = (id: string, day: string) => request<Roster>('GET', `/halls/${id}/rosters/${day}`);
export const saveRoster = (id: string, day: string, version: number, shifts: Shift[]) =>
  request<Roster>('PUT', `/halls/${id}/rosters/${day}`, { body: { shifts }, ifMatch: version });

export const readSeat = () => request<SeatView>('GET', '/counter');
export const takeSeat = (counter: string) => request<SeatView>('PUT', '/counter', { body: { counter } });
export const leaveSeat = () => request<void>('DELETE', '/counter');
