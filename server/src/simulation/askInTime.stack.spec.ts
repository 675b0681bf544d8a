import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { listSeedPacks, type PackFiles, readScenarios } from '@onewindow/processes';
import type { CaseDocument } from '../cases/model.ts';
import type { Stage } from '../rehearsal/stage.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { diceOf } from './dice.ts';
import { Life } from './Life.ts';
import { openDistrict } from './openDistrict.ts';
import { passHours } from './passHours.ts';
import type { PlannedCase } from './planCases.ts';
import { planCourse } from './planCourse.ts';
import { disguiseOf } from './retell.ts';

const hour = 3_600_000;
const packCode = 'grid-city-appearance';

/** A case file whose disposal has 24 hours, with one extension asked for in its course. */
describe('a case file of which more time is asked for', () => {
  let server: TestServer;
  let stage: Stage;
  before(async () => {
    const from = '2026-11-02T08:00:00+08:00';
    server = await startTestServer({ time: new TestTime(from), workers: false, packs: [packCode] });
    stage = await openDistrict(server.app.config, new Date(from));
  });
  after(async () => {
    await stage?.close();
    await server?.close();
  });

  it('has it asked for before the clock is due, though it was drawn for later', async () => {
    const life = await sentBack(1, '2026-11-02T09:00:00+08:00', (step) => (step === 'postpone' ? 30 : 0.2));
    const { subject, types } = await livedThrough(life);
    assert.equal(types.filter((type) => type === 'postponed').length, 1);
    assert.equal(subject.dispatch?.end?.kind, 'closed');
  });

  it('goes on without it where the clock is due before anybody could ask', async () => {
    const life = await sentBack(2, '2026-11-05T09:00:00+08:00', (step) => (step === 'take' ? 30 : 0.2));
    const { subject, types } = await livedThrough(life);
    assert.equal(types.filter((type) => type === 'postponementAsked').length, 0);
    assert.equal(subject.dispatch?.end?.kind, 'closed');
  });

  /** The course `sent-back` with acts so many hours after each other. */
  async function sentBack(no: number, arrives: string, hoursOf: (outcome: string) => number): Promise<Life> {
    const files = (await listSeedPacks()).find((pack) => pack.packCode === packCode)?.files;
    const file = readScenarios(files as PackFiles).scenarios.find(({ key }) => key === 'sent-back');
    assert.ok(file);
    const course = { scenario: 'sent-back', share: 1 };
    const planned: PlannedCase = { no, packCode, course, arrivesAt: new Date(arrives) };
    const loaded = await stage.app.packs.live(packCode);
    const [dice, disguise] = [diceOf('life', no), disguiseOf(file.scenario, diceOf('people', no), {})];
    const { calendar } = stage.app.calendar;
    const acts = planCourse({ planned, file, loaded, dice, disguise, calendar }).map((act) => {
      const after = 'outcome' in act.act ? hoursOf(act.act.outcome) : 0;
      return { ...act, when: (last: Date) => new Date(last.getTime() + after * hour) };
    });
    return new Life({ planned, acts, stage, loaded, file, dice, disguise, online: false });
  }

  async function livedThrough(life: Life): Promise<{ subject: CaseDocument; types: string[] }> {
    for (let at = life.nextAt; at !== undefined; at = life.nextAt) {
      await passHours(stage, at);
      await life.act();
    }
    assert.equal(life.broken, undefined, JSON.stringify(life.broken));
    const { models } = stage.app;
    const subject = (await models.cases.findOne({ _id: life.caseId ?? '' }).lean()) as CaseDocument;
    const events = await models.events.find({ caseId: subject._id }).sort({ seq: 1 }).lean();
    return { subject, types: events.map(({ type }) => type) };
  }
});
