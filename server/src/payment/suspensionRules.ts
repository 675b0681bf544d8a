import { type Calendar, shanghaiDay, shanghaiInstant } from '@onewindow/clocks';
import type { PackManifest } from '@onewindow/processes';
import { dayOffset } from './dayOffset.ts';
import { isCovered, lapseDay, type WatchedLicense } from './licenseLapse.ts';
import type { EntitlementDocument, Suspension } from './model.ts';
import { closesAt, firstDayOf, laterPeriod, openPeriod, periodOf } from './period.ts';

export type SuspensionRule = NonNullable<PackManifest['payment']>['suspensions'][number];

/** What the suspensions of an entitlement did at a moment, for the audit of its case. */
export type Happening =
  | { type: 'announced'; ground: string; notice: string; effectiveOn: string }
  | { type: 'withdrawn'; ground: string }
  | { type: 'suspended'; ground: string; fromPeriod: string }
  | { type: 'resumed'; ground: string; arrears: string[]; forfeited: string[] }
  | { type: 'ended'; ground: string; on: string };

export interface LookFacts {
  rules: readonly SuspensionRule[];
  /** Licenses of the holder in store, by type. */
  licenses: ReadonlyMap<string, readonly WatchedLicense[]>;
  calendar: Calendar;
  /** Day of the month on which lists are closed. */
  closesOn: number;
  now: Date;
}

/**
 * Brings the suspensions of an entitlement up to a moment and sets when to look again: told ahead (`noticeBefore`),
 * suspended from the next period or at once, resumed with what was held back, ended after too long. Told late, it takes
 * effect later: nobody is suspended before the notice has run. Changes `entitlement`; returns what happened.
 */
export function lookAt(entitlement: EntitlementDocument, facts: LookFacts): Happening[] {
  const happenings: Happening[] = [];
  delete entitlement.nextLookAt;
  if (entitlement.state === 'ended') return happenings;
  const looks: Date[] = [];
  for (const rule of facts.rules) {
    if (entitlement.ended !== undefined) break;
    followRule({ entitlement, facts, rule, happenings, looks });
  }
  entitlement.heard = [];
  if (entitlement.ended === undefined) {
    entitlement.state = entitlement.suspensions.some(isInForce) ? 'suspended' : 'running';
    const next = looks.filter((look) => look > facts.now).sort((a, b) => a.getTime() - b.getTime())[0];
    if (next !== undefined) entitlement.nextLookAt = next;
  }
  return happenings;
}

export function isInForce(suspension: Suspension): boolean {
  return suspension.suspendedAt !== undefined;
}

interface RuleCall {
  entitlement: EntitlementDocument;
  facts: LookFacts;
  rule: SuspensionRule;
  happenings: Happening[];
  looks: Date[];
}

function followRule(call: RuleCall): void {
  const { entitlement, facts, rule, looks } = call;
  const today = shanghaiDay(facts.now);
  const told = entitlement.suspensions.find(({ ground }) => ground === rule.key);
  if (told !== undefined && isInForce(told)) return followSuspended(call, told);
  const lapses = lapsesOn(call, today);
  if (told === undefined) {
    if (lapses === undefined) return;
    const tellOn = dayOffset(lapses, rule.noticeBefore, -1, facts.calendar);
    if (tellOn > today) looks.push(startOf(tellOn));
    else announce(call, lapses, today);
    return;
  }
  if (isCleared(call, lapses, told)) {
    drop(entitlement, told);
    call.happenings.push({ type: 'withdrawn', ground: rule.key });
    if (lapses !== undefined) looks.push(startOf(dayOffset(lapses, rule.noticeBefore, -1, facts.calendar)));
    return;
  }
  if (told.effectiveOn > today) looks.push(startOf(told.effectiveOn));
  else suspend(call, told);
}

/** The day on which the ground comes, if it can be foreseen. */
function lapsesOn({ entitlement, facts, rule }: RuleCall, today: string): string | undefined {
  const { because } = rule;
  if ('license' in because)
    return lapseDay(facts.licenses.get(because.license) ?? [], because.becomes, today);
  const heard = entitlement.heard.findLast(({ check }) => check === because.check);
  return heard?.state === 'missed' ? shanghaiDay(heard.at) : undefined;
}

/** Whether what was told does not come after all: the license is renewed, the check was made up for. */
function isCleared({ entitlement, rule }: RuleCall, lapses: string | undefined, told: Suspension): boolean {
  const { because } = rule;
  if ('license' in because) return lapses === undefined || lapses > told.effectiveOn;
  return entitlement.heard.findLast(({ check }) => check === because.check)?.state === 'passed';
}

function announce(call: RuleCall, lapses: string, today: string): void {
  const { entitlement, facts, rule, happenings, looks } = call;
  const earliest = dayOffset(today, rule.noticeBefore, 1, facts.calendar);
  const effectiveOn = earliest > lapses ? earliest : lapses;
  const period = periodOf(entitlement.periodKind, effectiveOn);
  const suspension: Suspension = {
    ground: rule.key,
    announcedAt: facts.now,
    effectiveOn,
    fromPeriod: rule.from === 'sameDay' ? period : laterPeriod(entitlement.periodKind, period),
  };
  entitlement.suspensions.push(suspension);
  happenings.push({ type: 'announced', ground: rule.key, notice: rule.notice, effectiveOn });
  if (effectiveOn > today) looks.push(startOf(effectiveOn));
  else suspend(call, suspension);
}

function suspend(call: RuleCall, told: Suspension): void {
  told.suspendedAt = startOf(told.effectiveOn);
  call.happenings.push({ type: 'suspended', ground: told.ground, fromPeriod: told.fromPeriod });
  followSuspended(call, told);
}

function followSuspended(call: RuleCall, told: Suspension): void {
  const { entitlement, facts, rule, happenings, looks } = call;
  const today = shanghaiDay(facts.now);
  const { because, resume, endsAfter } = rule;
  const renewed =
    resume.when === 'renewed' &&
    'license' in because &&
    isCovered(facts.licenses.get(because.license) ?? [], today);
  const checked =
    resume.when === 'checked' &&
    'check' in because &&
    entitlement.heard.findLast(({ check }) => check === because.check)?.state === 'passed';
  if (renewed || checked) {
    happenings.push(resumeFrom(entitlement, rule, facts));
    followRule(call);
    return;
  }
  const endsOn =
    endsAfter === undefined ? undefined : dayOffset(told.effectiveOn, endsAfter, 1, facts.calendar);
  if (endsOn !== undefined && endsOn <= today) {
    entitlement.state = 'ended';
    entitlement.ended = { at: facts.now, ground: 'suspendedTooLong', on: endsOn };
    entitlement.lastPeriod = laterPeriod(entitlement.periodKind, told.fromPeriod, -1);
    happenings.push({ type: 'ended', ground: rule.key, on: endsOn });
    return;
  }
  if (endsOn !== undefined) looks.push(startOf(endsOn));
  if (resume.when === 'renewed' && 'license' in because) looks.push(...renewalLooks(call, because.license));
}

/** When a renewal is looked for: as it takes effect, and before a list, since a license may come into the store unseen. */
function renewalLooks({ entitlement, facts }: RuleCall, type: string): Date[] {
  const { now, closesOn } = facts;
  const { periodKind } = entitlement;
  const begins = (facts.licenses.get(type) ?? []).map(({ validFrom }) => startOf(validFrom));
  return [...begins, closesAt(periodKind, openPeriod(periodKind, now, closesOn), closesOn)];
}

/**
 * Lifts a suspension. What was held back for it becomes arrears as far as the pack pays them (`arrears`, `maximum`), once
 * no other suspension is in force; the rest is forfeited.
 */
export function resumeFrom(
  entitlement: EntitlementDocument,
  rule: SuspensionRule,
  { calendar, now }: Pick<LookFacts, 'calendar' | 'now'>,
): Extract<Happening, { type: 'resumed' }> {
  const told = entitlement.suspensions.find(({ ground }) => ground === rule.key);
  if (told !== undefined) drop(entitlement, told);
  const { arrears, maximum } = rule.resume;
  const earliest = maximum === undefined ? '' : dayOffset(shanghaiDay(now), maximum, -1, calendar);
  const isPaid = (period: string) =>
    period < (told?.fromPeriod ?? '') || (arrears && firstDayOf(period) >= earliest);
  const forfeited = entitlement.held.filter((period) => !isPaid(period));
  entitlement.held = entitlement.held.filter(isPaid);
  const free = entitlement.suspensions.some(isInForce) ? [] : entitlement.held;
  if (free.length > 0) entitlement.held = [];
  const { amountFen } = entitlement;
  entitlement.owed.push(...free.map((period) => ({ kind: 'arrears' as const, period, amountFen })));
  return { type: 'resumed', ground: rule.key, arrears: free, forfeited };
}

function drop(entitlement: EntitlementDocument, told: Suspension): void {
  entitlement.suspensions = entitlement.suspensions.filter((one) => one !== told);
}

function startOf(day: string): Date {
  return shanghaiInstant(day, '00:00');
}
