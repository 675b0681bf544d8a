import {
  addWorkdays,
  type Calendar,
  formatLimit,
  shanghaiDay,
  shanghaiInstant,
  shanghaiTime,
  workdaysBetween,
} from '@onewindow/clocks';
import type { Act, Scenario, ScenarioFile } from '@onewindow/processes';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import type { Dice } from './dice.ts';
import { afterOfficeMinutes, officeDay } from './officeTime.ts';
import { type PlannedCase, reported } from './planCases.ts';
import type { Disguise } from './retell.ts';
import traffic from './traffic.json' with { type: 'json' };

/** What somebody does that no scenario tells: take a task before the day of its end, ask for corrections, rate. */
export type OwnAct =
  | { readonly act: 'claim'; readonly step: string; readonly person: number }
  | { readonly act: 'ask' }
  | { readonly act: 'rate' };

export interface PlannedAct {
  readonly act: Act | OwnAct;
  /** When it happens in the scenario: days in its forms are told from there. */
  readonly nominal: Date;
  /** When it happens after the act before it. */
  when(before: Date): Date;
}

const dayLength = 86_400_000;
const { shares } = traffic;
const loads: Readonly<Record<string, number>> = traffic.loads;

/**
 * The acts of a case with the time that each takes: drawn around what the promised limit leaves, longer in departments that
 * have too much to do; or at the scenario's own distances where its course hangs on them. What a scenario has refused, and
 * what it only looks at, is left out.
 */
export function planCourse(options: {
  planned: PlannedCase;
  file: ScenarioFile;
  loaded: LoadedPack;
  dice: Dice;
  disguise: Disguise;
  calendar: Calendar;
}): PlannedAct[] {
  const { planned, file, loaded, dice, disguise, calendar } = options;
  const { scenario } = file;
  const told = nominalTimes(scenario, calendar).filter(
    ({ act }) =>
      act.refused === undefined &&
      !(act.act === 'request' && act.method === 'GET') &&
      !(act.act === 'wait' && loaded.pack.theme !== undefined),
  );
  // A theme is not asked to correct as one, and its own course hangs together.
  const asTold = reported.has(planned.packCode) || loaded.pack.theme !== undefined;
  const steps = asTold ? told : varied(told, loaded, dice);
  const variant = dice.whole(0, 2);
  if (planned.course.own === true)
    return steps.map((step) => ({ ...step, when: ownTime({ scenario, planned, step, dice, calendar }) }));
  const completes = steps.filter(({ act }) => act.act === 'complete').length;
  const typical = (promisedMinutes(loaded, scenario.operation) * 0.55) / Math.max(1, completes);
  const acts: PlannedAct[] = [];
  let before = steps[0]?.nominal ?? new Date(0);
  for (const { act, nominal } of steps) {
    const gap = workdaysBetween(shanghaiDay(before), shanghaiDay(nominal), calendar);
    before = nominal;
    if (reported.has(planned.packCode)) {
      const minutes = dispatchMinutes(act, dice, disguise, loaded);
      acts.push({ act, nominal, when: (last) => awake(new Date(last.getTime() + minutes * 60_000)) });
      continue;
    }
    const drawn = officeMinutes(act, { dice, typical, disguise, loaded });
    // A laboratory, a notice, a verification take their own time.
    const minutes = gap >= 2 ? Math.max(drawn, gap * officeDay * (0.8 + dice.next() * 0.5)) : drawn;
    const person = act.act === 'complete' && act.person === 1 ? 1 + variant * 10 : undefined;
    const own = person === undefined ? act : ({ ...act, person } as Act);
    if (act.act === 'complete' && person !== undefined && minutes > officeDay / 2)
      acts.push(
        { act: { act: 'claim', step: act.step, person }, nominal, when: later(minutes * 0.7, calendar) },
        { act: own, nominal, when: later(minutes * 0.3, calendar) },
      );
    else acts.push({ act: own, nominal, when: later(minutes, calendar) });
  }
  const last = acts.at(-1);
  if (last !== undefined && !reported.has(planned.packCode) && dice.chance(shares.rated))
    acts.push({ act: { act: 'rate' }, nominal: last.nominal, when: later(dice.around(90, 0.8), calendar) });
  return acts;
}

/** When each act of a scenario happens in it. */
function nominalTimes(
  scenario: Scenario,
  calendar: Calendar,
): { act: Act | (OwnAct & { refused?: never }); nominal: Date }[] {
  let now = minuteOf(scenario.startAt);
  return scenario.steps.map((step) => {
    if (step.at !== undefined) now = minuteOf(step.at);
    else if (step.after !== undefined) {
      const [count, unit] = step.after.split(' ');
      const lengths: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: dayLength };
      now =
        unit === 'workday'
          ? minuteOf(
              `${addWorkdays(shanghaiDay(now), Number(count), calendar)} ${shanghaiTime(now).slice(11, 16)}`,
            )
          : new Date(now.getTime() + Number(count) * (lengths[unit ?? ''] ?? 0));
    }
    const { expect: _expect, next: _next, at: _at, after: _after, ...act } = step;
    if (act.act === 'complete') {
      // Who has it is the routing's business.
      const { department: _department, role: _role, ...open } = act;
      return { act: open as Act, nominal: now };
    }
    return { act: act as Act, nominal: now };
  });
}

type Step = ReturnType<typeof nominalTimes>[number];

function minuteOf(text: string): Date {
  const [day = '', time = '00:00'] = text.split(' ');
  return shanghaiInstant(day, time);
}

/** Some are asked to correct, not accepted, or withdrawn. */
function varied(steps: readonly Step[], loaded: LoadedPack, dice: Dice): Step[] {
  const accepted = steps.findIndex(({ act }) => act.act === 'accept');
  const at = steps[accepted];
  const plain = steps.every(({ act }) => act.act !== 'supplement' && act.act !== 'commit');
  if (at === undefined || !plain) return [...steps];
  const throwOf = dice.next();
  const { nominal } = at;
  // What is another body's business wants that body named, which differs from item to item.
  const reason = loaded.pack.refusalReasons.find(({ refersElsewhere }) => refersElsewhere !== true);
  if (throwOf < shares.notAccepted && reason !== undefined) {
    const text = `${reason.text['zh-CN']}。`;
    const refusal = { act: 'refuseAcceptance', reasonKey: reason.key, reason: text } as Act;
    return [...steps.slice(0, accepted), { act: refusal, nominal }];
  }
  if (throwOf < shares.notAccepted + shares.withdrawn) {
    const withdrawal = { act: 'withdraw', reason: '申请人因经营计划调整，撤回申请。' } as Act;
    return [...steps.slice(0, accepted + 1), { act: withdrawal, nominal }];
  }
  if (throwOf < shares.notAccepted + shares.withdrawn + shares.supplement)
    return [
      ...steps.slice(0, accepted),
      { act: { act: 'ask' }, nominal },
      { act: { act: 'resubmit', materials: [] } as Act, nominal },
      ...steps.slice(accepted),
    ];
  return [...steps];
}

function later(minutes: number, calendar: Calendar) {
  return (before: Date) => (minutes === 0 ? before : afterOfficeMinutes(before, minutes, calendar));
}

/** Minutes at the desk until an act is done. */
function officeMinutes(
  act: Act | OwnAct,
  {
    dice,
    typical,
    disguise,
    loaded,
  }: { dice: Dice; typical: number; disguise: Disguise; loaded: LoadedPack },
): number {
  switch (act.act) {
    case 'receive':
      return dice.whole(3, 15);
    case 'edit':
    case 'commit':
      return dice.whole(3, 12);
    case 'ask':
    case 'accept':
    case 'supplement':
    case 'refuseAcceptance':
      return dice.chance(shares.acceptedAtOnce) ? dice.whole(8, 50) : dice.around(1.1 * officeDay, 0.5);
    case 'resubmit':
      return dice.around(2.5 * officeDay, 0.6);
    case 'provide':
    case 'withdraw':
      return dice.around(2 * officeDay, 0.5);
    case 'pay':
    case 'request':
      return dice.around(90, 0.6);
    case 'complete': {
      if (act.step.startsWith('deliver')) return dice.around(officeDay, 0.6);
      const department = disguise(loaded.pack.department ?? '');
      const stalled = dice.chance(shares.stalled) ? dice.whole(3, 12) * officeDay : 0;
      // What is promised at once is done while the applicant waits.
      const least = typical < 20 ? dice.whole(3, 9) : 12;
      return Math.max(least, dice.around(typical, 0.7) * (loads[department] ?? 1) + stalled);
    }
    default:
      return dice.around(60, 0.5);
  }
}

const dispatchTimes: Readonly<Record<string, number>> = {
  accept: 6,
  register: 8,
  check: 60,
  open: 8,
  assign: 12,
  answer: 45,
  handle: 300,
  verify: 90,
  close: 45,
  callBack: 200,
};

/** Minutes of the clock until an act of a dispatch is done. */
function dispatchMinutes(act: Act | OwnAct, dice: Dice, disguise: Disguise, loaded: LoadedPack): number {
  if (act.act !== 'complete') return act.act === 'report' ? 0 : dice.whole(5, 30);
  const load = Math.max(
    loads[disguise('t005')] ?? 1,
    act.step === 'handle' ? (loads[loaded.pack.department ?? ''] ?? 1) : 1,
  );
  return Math.max(
    2,
    dice.around(dispatchTimes[act.step] ?? 20, 0.6) * (act.step === 'handle' ? load * load : load),
  );
}

/** Nobody is on the road or called at night. */
function awake(at: Date): Date {
  const hour = Number(shanghaiTime(at).slice(11, 13));
  if (hour >= 7 && hour < 22) return at;
  const day = shanghaiDay(hour >= 22 ? new Date(at.getTime() + dayLength / 2) : at);
  return new Date(shanghaiInstant(day, '07:00').getTime() + (at.getTime() % 5_400_000));
}

/** As far from the arrival as in the scenario: in working days, or by the clock where no window is. */
function ownTime(options: {
  scenario: Scenario;
  planned: PlannedCase;
  step: Step;
  dice: Dice;
  calendar: Calendar;
}): (before: Date) => Date {
  const { scenario, planned, step, dice, calendar } = options;
  const start = minuteOf(scenario.startAt);
  const behind = dice.whole(12, 40) * 60_000;
  return (before) => {
    const least = before.getTime() + behind;
    if (reported.has(planned.packCode)) {
      const exact = planned.arrivesAt.getTime() + step.nominal.getTime() - start.getTime();
      return new Date(step.act.act === 'report' ? planned.arrivesAt : Math.max(least, exact));
    }
    const days = workdaysBetween(shanghaiDay(start), shanghaiDay(step.nominal), calendar);
    const arrived = shanghaiDay(planned.arrivesAt);
    if (days === 0) return afterOfficeMinutes(before, behind / 60_000, calendar);
    const exact = minuteOf(
      `${addWorkdays(arrived, days, calendar)} ${shanghaiTime(step.nominal).slice(11, 16)}`,
    );
    return exact.getTime() > least ? exact : afterOfficeMinutes(before, behind / 60_000, calendar);
  };
}

/** Minutes at the desk that the promised limit leaves; an item done at once has an hour and a half. */
function promisedMinutes(loaded: LoadedPack, operation: string): number {
  if (loaded.pack.dispatch !== undefined) return officeDay;
  const [count, unit] = formatLimit(loaded.limitsOf(operation).promised).split(' ');
  if (unit === 'workday') return Number(count) * officeDay;
  return unit === 'day' ? Number(count) * officeDay * 0.7 : 90;
}
