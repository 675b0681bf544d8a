import {
  addWorkdays,
  type Calendar,
  isWorkday,
  shanghaiDay,
  shanghaiTime,
  workdaysBetween,
} from '@onewindow/clocks';
import { checkCreditCode, checkResidentId } from '@onewindow/forms';
import type { Scenario } from '@onewindow/processes';
import type { Dice } from './dice.ts';
import { companyLike, creditCodeLike, mark, person, phone, residentIdLike, street } from './madeUp.ts';

/** Puts other persons and places for those of a scenario, the same ones wherever they are named. */
export type Disguise = (text: string) => string;

const numbers = /[0-9A-HJ-NPQRTUWXY]{18}/g;
const phones = /(?<!\d)1[3-9]\d{9}(?!\d)/g;
const addresses = /兴[华丰]大街(?:[一二三]段)?\d+号/g;

/**
 * Applicant, agent, numbers, phones, addresses and licence numbers, all made up anew; and town and village, where they are given.
 * `addressOf` makes up addresses; any street when it is left out.
 */
export function disguiseOf(
  scenario: Scenario,
  dice: Dice,
  place: { town?: string | undefined; village?: string | undefined },
  addressOf: (dice: Dice) => string = street,
): Disguise {
  const names = new Map<string, string>();
  const { name, legalRepresentative } = (scenario.applicant ?? {}) as Record<string, unknown>;
  if (typeof legalRepresentative === 'string') names.set(legalRepresentative, person(dice));
  if (typeof name === 'string')
    names.set(name, (name.endsWith('公司') ? companyLike(dice, name) : person(dice)) + mark);
  const { name: agent } = (scenario.agent ?? {}) as Record<string, unknown>;
  if (typeof agent === 'string') names.set(agent, person(dice));
  for (const { licenseNo } of Object.values(scenario.licenses ?? {}))
    names.set(
      licenseNo,
      licenseNo.replace(/\d{3,9}(?=\D*$)/, (run) =>
        String(dice.whole(0, 10 ** run.length - 1)).padStart(run.length, '0'),
      ),
    );
  if (place.town !== undefined) names.set('t005', place.town);
  if (place.village !== undefined) names.set('v005901', place.village);
  const known = new Map<string, string>();
  const once = (found: string, make: () => string) => {
    const made = known.get(found) ?? make();
    known.set(found, made);
    return made;
  };
  return (text) => {
    const whole = names.get(text);
    if (whole !== undefined) return whole;
    let told = text;
    for (const [from, to] of names)
      if (from.length > 1 && !/^[tv]\d+$/.test(from)) told = told.replaceAll(from, to);
    return told
      .replace(numbers, (found) => {
        if (checkResidentId(found) === null) return once(found, () => residentIdLike(dice, found));
        return checkCreditCode(found) === null ? once(found, () => creditCodeLike(dice, found)) : found;
      })
      .replace(phones, (found) => once(found, () => phone(dice)))
      .replace(addresses, (found) => once(found, () => addressOf(dice)));
  };
}

/** Days on which something of an act was done: that of the act itself. */
const doneOn = /^(deliver|inspect|visit|check|report|assign|register)edOn$/;

/**
 * A part of a scenario as it is told of another time: days keep their distance in working days from the moment at which the
 * part stands in the scenario (in calendar days where they are far away), persons and places go through the disguise.
 */
export function retell<T>(
  value: T,
  {
    nominal,
    actual,
    calendar,
    disguise,
  }: { nominal: Date; actual: Date; calendar: Calendar; disguise: Disguise },
): T {
  const from = shanghaiDay(nominal);
  const to = shanghaiDay(actual);
  const tell = (entry: unknown, key: string): unknown => {
    if (Array.isArray(entry)) return entry.map((one) => tell(one, key));
    if (typeof entry === 'object' && entry !== null)
      return Object.fromEntries(Object.entries(entry).map(([name, one]) => [name, tell(one, name)]));
    if (typeof entry !== 'string') return entry;
    if (doneOn.test(key)) return to;
    if (key === 'takenAt') return shanghaiTime(new Date(actual.getTime() - 300_000));
    if (/^\d{4}-\d{2}$/.test(entry)) return movedMonth(entry, from, to);
    const [day = '', rest = ''] = entry.split(' ');
    if (/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$/.test(entry))
      return rest === '' ? movedDay(day, from, to, calendar) : `${movedDay(day, from, to, calendar)} ${rest}`;
    return disguise(entry);
  };
  return tell(value, '') as T;
}

const dayLength = 86_400_000;
const number = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** The day that lies as far from `to` as `day` does from `from`. */
export function movedDay(day: string, from: string, to: string, calendar: Calendar): string {
  const days = Math.round((number(day) - number(from)) / dayLength);
  const plainly = () => new Date(number(to) + days * dayLength).toISOString().slice(0, 10);
  if (day < '2010' || Math.abs(days) > 120) return day < '2010' ? day : plainly();
  if (days <= 0 || !isWorkday(day, calendar) || !isWorkday(to, calendar)) return plainly();
  return addWorkdays(to, workdaysBetween(from, day, calendar), calendar);
}

function movedMonth(month: string, from: string, to: string): string {
  const count = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
  const moved = count(month) - count(from) + count(to);
  return `${Math.floor(moved / 12)}-${String((moved % 12) + 1).padStart(2, '0')}`;
}
