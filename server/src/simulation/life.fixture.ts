import assert from 'node:assert/strict';
import { listSeedPacks, type PackFiles, readScenarios } from '@onewindow/processes';
import type { CaseDocument } from '../cases/model.ts';
import type { Stage } from '../rehearsal/stage.ts';
import { diceOf } from './dice.ts';
import { Life } from './Life.ts';
import { passHours } from './passHours.ts';
import type { PlannedCase } from './planCases.ts';
import { planCourse } from './planCourse.ts';
import { disguiseOf } from './retell.ts';

const hour = 3_600_000;

/** One case of a scenario, its acts so many hours after each other. */
export async function lifeOf(
  stage: Stage,
  options: {
    no: number;
    packCode: string;
    scenario: string;
    arrives: string;
    /** Of a completed step by its outcome; every other act follows at once. */
    hoursOf: (outcome: string) => number;
  },
): Promise<Life> {
  const { no, packCode, scenario, arrives, hoursOf } = options;
  const files = (await listSeedPacks()).find((pack) => pack.packCode === packCode)?.files;
  const file = readScenarios(files as PackFiles).scenarios.find(({ key }) => key === scenario);
  assert.ok(file);
  const planned: PlannedCase = {
    no,
    packCode,
    course: { scenario, share: 1 },
    arrivesAt: new Date(arrives),
  };
  const loaded = await stage.app.packs.live(packCode);
  const [dice, disguise] = [diceOf('life', no), disguiseOf(file.scenario, diceOf('people', no), {})];
  const { calendar } = stage.app.calendar;
  const acts = planCourse({ planned, file, loaded, dice, disguise, calendar }).map((act) => {
    const after = 'outcome' in act.act ? hoursOf(act.act.outcome) : 0;
    return { ...act, when: (last: Date) => new Date(last.getTime() + after * hour) };
  });
  return new Life({ planned, acts, stage, loaded, file, dice, disguise, online: false });
}

/** Plays it to its end, the timers of its process at their moments; `before` is asked ahead of every act. Nothing may break. */
export async function livedThrough(
  stage: Stage,
  life: Life,
  before: (life: Life) => void = () => undefined,
): Promise<{ subject: CaseDocument; events: { type: string; at: Date }[] }> {
  for (;;) {
    before(life);
    if (life.nextAt === undefined) break;
    for (;;) {
      const timer = await life.nextTimer();
      if (timer === undefined || timer <= stage.time.now() || timer > life.nextAt) break;
      await passHours(stage, timer);
      await life.settle();
    }
    await passHours(stage, life.nextAt);
    await life.act();
  }
  assert.equal(life.broken, undefined, JSON.stringify(life.broken));
  const { models } = stage.app;
  const subject = (await models.cases.findOne({ _id: life.caseId ?? '' }).lean()) as CaseDocument;
  const events = await models.events.find({ caseId: subject._id }).sort({ seq: 1 }).lean();
  return { subject, events: events.map(({ type, at }) => ({ type, at })) };
}
