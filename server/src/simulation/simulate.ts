import { isWorkday, shanghaiDay, shanghaiInstant } from '@onewindow/clocks';
import { inLanes } from '../app/inLanes.ts';
import { deliverDue } from '../outbox/deliverOutbox.ts';
import { withoutDrawing } from '../rehearsal/settle.ts';
import type { Stage } from '../rehearsal/stage.ts';
import { keepBoard } from '../supervision/counters/beginBoard.ts';
import { Agenda } from './Agenda.ts';
import type { Journal } from './journal.ts';
import type { Broken, Life } from './Life.ts';
import { livesOf } from './livesOf.ts';
import { momentsOf } from './momentsOf.ts';
import { afterOfficeMinutes } from './officeTime.ts';
import { passHours } from './passHours.ts';
import { planCases } from './planCases.ts';
import { SupervisionOffice } from './SupervisionOffice.ts';

/** Where a simulation stands. */
export interface Progress {
  readonly now: Date;
  readonly begun: number;
  /** Nothing more is done to them before the end. */
  readonly over: number;
  readonly broken: number;
  readonly cases: number;
  readonly acts: number;
}

export interface Simulated extends Progress {
  /** False when it was told to stop before its last day. */
  readonly finished: boolean;
  readonly failures: readonly Broken[];
}

type Happening = { kind: 'act'; life: Life } | { kind: 'timer'; life: Life } | { kind: 'round' };

/** Acts of different cases that are done at the same time. */
const lanes = 32;
/**
 * Plays the traffic of a district through its use cases, from the moment that the journal has reached to its last one: every
 * act by a person of the right department through the public API, all cases together in one time. What falls into the same few
 * minutes in different cases is done side by side, at the first one's moment: which acts these are hangs on the agenda alone, so
 * that the same seed on an empty district gives the same cases. `goOn` is asked between such groups.
 */
export async function simulate(options: {
  stage: Stage;
  journal: Journal;
  packs?: ReadonlySet<string> | undefined;
  goOn?: () => boolean;
  onProgress?: (progress: Progress) => void;
}): Promise<Simulated> {
  const { stage, journal, packs, goOn = () => true, onProgress } = options;
  const { seed, cases } = journal.order;
  const [from, until] = [new Date(journal.order.from), new Date(journal.order.until)];
  const { calendar } = stage.app.calendar;
  const planned = planCases({ seed, cases, from, until, calendar, packs });
  const lives = await livesOf(stage, { seed, planned });
  const byCase = new Map<string, Life>();
  const agenda = new Agenda<Happening>();
  const momentFor = momentsOf(seed, calendar);
  /** Before it is noted: the journal holds the moment. */
  const appoint = (life: Life) => {
    if (life.nextAt !== undefined) life.comeAt(momentFor(life.nextAt, stage.time.now()));
  };
  const plan = (life: Life) => {
    if (life.nextAt !== undefined) agenda.enter(life.nextAt, { kind: 'act', life }, life.planned.no);
  };
  for (const life of lives) {
    const mark = journal.marks.get(life.planned.no);
    if (mark !== undefined) life.goOnFrom(mark);
    if (life.caseId !== undefined) byCase.set(life.caseId, life);
    appoint(life);
    plan(life);
  }
  const { lastRound } = journal;
  for (const at of rounds(from, until, (day) => isWorkday(day, calendar)))
    if (lastRound === undefined || at > lastRound) agenda.enter(at, { kind: 'round' }, -1);
  const planTimer = async (life: Life) => {
    const timer = await life.nextTimer();
    if (timer !== undefined && timer > stage.time.now())
      agenda.enter(timer, { kind: 'timer', life }, life.planned.no);
  };
  for (const life of new Set(byCase.values())) await planTimer(life);
  const placeOfCase = (caseId: string) => byCase.get(caseId)?.planned.no ?? Number.MAX_SAFE_INTEGER;
  const office = new SupervisionOffice(stage, { seed, placeOfCase }, (caseId) => {
    const life = byCase.get(caseId);
    if (life === undefined) return;
    // Not all who are asked at once work at once.
    const minutes = 60 + (life.planned.no % 7) * 90;
    if (!life.hurry(afterOfficeMinutes(stage.time.now(), minutes, calendar))) return;
    appoint(life);
    journal.note(life.mark(), stage.time.now());
    plan(life);
  });
  /** What is done side by side with an act: all that has its moment; what takes longest is begun first. */
  const together = (first: Life, at: Date): Life[] => {
    const group = new Set([first]);
    for (let next = agenda.peek(); next?.at.getTime() === at.getTime(); next = agenda.peek()) {
      if (next.what.kind !== 'act') break;
      agenda.take(until);
      // One that was hurried has been entered twice.
      if (next.what.life.nextAt?.getTime() === at.getTime()) group.add(next.what.life);
    }
    return [...group].sort((one, other) => other.weight - one.weight);
  };

  let acts = [...journal.marks.values()].reduce((sum, { done }) => sum + done, 0);
  const failures: Broken[] = [];
  let over = lives.filter(({ nextAt }) => nextAt === undefined).length;
  const progress = (): Progress => ({
    now: stage.time.now(),
    begun: lives.filter(({ caseId }) => caseId !== undefined).length,
    over,
    broken: failures.length,
    cases,
    acts,
  });
  let finished = true;
  for (let next = agenda.take(until); next !== undefined; next = agenda.take(until)) {
    if (!goOn()) {
      finished = false;
      break;
    }
    const { at, what } = next;
    // One that was hurried has been entered twice.
    if (what.kind === 'act' && what.life.nextAt?.getTime() !== at.getTime()) continue;
    await passHours(stage, at);
    if (what.kind === 'round') {
      await office.round();
      journal.noteRound(at);
    } else if (what.kind === 'timer') {
      await what.life.settle();
      await planTimer(what.life);
    } else {
      const group = together(what.life, at);
      await inLanes(group, lanes, async (life) => {
        await life.act();
        acts += 1;
        appoint(life);
        journal.note(life.mark(), stage.time.now());
        await planTimer(life);
      });
      // What these acts have begun may be due at once.
      await passHours(stage, at);
      for (const life of group) {
        if (life.broken !== undefined) failures.push(life.broken);
        if (life.nextAt === undefined) over += 1;
        for (const caseId of life.caseIds) byCase.set(caseId, life);
        plan(life);
      }
    }
    onProgress?.(progress());
  }
  if (finished) await passHours(stage, until);
  await deliverDue({ app: stage.app, destinations: withoutDrawing });
  await keepBoard(stage.app);
  if (finished) journal.finish();
  return { ...progress(), finished, failures };
}

/** Mid-morning and mid-afternoon of every working day. */
function rounds(from: Date, until: Date, worked: (day: string) => boolean): Date[] {
  const found: Date[] = [];
  for (let at = from.getTime(); at < until.getTime() + 86_400_000; at += 86_400_000) {
    const day = shanghaiDay(new Date(at));
    if (!worked(day)) continue;
    for (const time of ['09:40', '15:20']) {
      const moment = shanghaiInstant(day, time);
      if (moment >= from && moment < until) found.push(moment);
    }
  }
  return found;
}
