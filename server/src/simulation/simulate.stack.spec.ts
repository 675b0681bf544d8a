import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { isWorkday, shanghaiDay, shanghaiTime } from '@onewindow/clocks';
import type { EventDocument } from '../audit/model.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { ClockDocument } from '../clocks/model.ts';
import type { Stage } from '../rehearsal/stage.ts';
import { upTo } from '../store/upTo.ts';
import { foldDeltas } from '../supervision/counters/foldDeltas.ts';
import { departmentsOf, recountDepartment } from '../supervision/counters/recount.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { beginJournal, readJournal } from './journal.ts';
import { accountPrefix, openDistrict } from './openDistrict.ts';
import { NotSimulable, requireSimulable } from './requireSimulable.ts';
import { type Simulated, simulate } from './simulate.ts';

const packs = [
  ...['scjg-food', 'csglw-signboard', 'xfjy-fire-check', 'grid-city-appearance'],
  ...['scjg-company-setup', 'swj-drainage', 'theme-restaurant'],
];
const order = {
  // One in which two themes come.
  seed: 'together',
  cases: 12,
  from: new Date('2026-09-21T00:00:00+08:00').toISOString(),
  until: new Date('2026-10-10T12:00:00+08:00').toISOString(),
};

/** One simulation in a tenant of its own; the second is broken off in its middle and gone on with. */
class District {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'onewindow-simulation-'));
  server!: TestServer;
  stage!: Stage;
  played!: Simulated;

  async play(breakAfter?: number): Promise<void> {
    this.server = await startTestServer({ time: new TestTime(order.from), workers: false, packs });
    const { config } = this.server.app;
    let journal = beginJournal(this.dataDir, order);
    this.stage = await openDistrict(config, journal.reached);
    if (breakAfter !== undefined) {
      let asked = 0;
      const goOn = () => {
        asked += 1;
        return asked <= breakAfter;
      };
      const begun = await simulate({ stage: this.stage, journal, packs: new Set(packs), goOn });
      assert.equal(begun.finished, false);
      await this.stage.close();
      journal = readJournal(this.dataDir, order.seed) ?? journal;
      assert.equal(journal.finished, false);
      this.stage = await openDistrict(config, journal.reached);
    }
    this.played = await simulate({ stage: this.stage, journal, packs: new Set(packs) });
  }

  async cases(): Promise<CaseDocument[]> {
    const { models, tenant } = this.stage.app;
    const found = (await models.cases.find({ tenant }).lean()) as CaseDocument[];
    return found
      .filter(({ caseNo }) => caseNo)
      .sort((one, other) => ((one.caseNo ?? '') < (other.caseNo ?? '') ? -1 : 1));
  }

  async eventsOf(subject: CaseDocument): Promise<EventDocument[]> {
    const { models, tenant } = this.stage.app;
    return (await models.events
      .find({ tenant, caseId: subject._id })
      .sort({ seq: 1 })
      .lean()) as EventDocument[];
  }

  async close(): Promise<void> {
    await this.stage?.close();
    await this.server?.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

describe('a simulated district', () => {
  const first = new District();
  const second = new District();
  before(async () => {
    // Each waits for store and engine most of its time.
    await Promise.all([first.play(), second.play(20)]);
  });
  after(async () => {
    await first.close();
    await second.close();
  });

  it('plays every case as far as its time goes, none of them broken, by its own people', async () => {
    const { played, stage } = first;
    assert.deepEqual(played.failures, []);
    assert.equal(played.finished, true);
    const cases = await first.cases();
    // Those of the items of a theme are further ones.
    const own = cases.filter(({ family }) => family === undefined);
    assert.equal(own.length, order.cases);
    const themes = own.filter(({ theme }) => theme !== undefined);
    assert.ok(themes.length > 0, 'a theme among them');
    for (const { _id } of themes) assert.ok(cases.some(({ family }) => family?.themeCaseId === _id));
    assert.ok(cases.some(({ decision, dispatch }) => decision !== undefined || dispatch?.end !== undefined));
    assert.ok(
      cases.some(({ endedAt }) => endedAt === undefined),
      'some are still under way',
    );
    const { models, tenant } = stage.app;
    for (const { createdBy } of cases) {
      const by = await models.users.findOne({ _id: createdBy.id, tenant }).lean();
      assert.ok(by?.username.startsWith(accountPrefix), by?.username);
    }
  });

  it('has the events of each case in order of time, within the days that were played, and no acceptance on a day off', async () => {
    const { calendar } = first.stage.app.calendar;
    for (const subject of await first.cases()) {
      const events = await first.eventsOf(subject);
      for (const [at, event] of events.entries()) {
        assert.equal(event.seq, at + 1);
        if (at > 0) assert.equal(event.prevHash, events[at - 1]?.hash);
        assert.ok(
          at === 0 || event.at >= (events[at - 1]?.at ?? event.at),
          `${event.type} before ${events[at - 1]?.type}`,
        );
        assert.ok(event.at >= new Date(order.from) && event.at <= new Date(order.until), event.type);
        if (subject.dispatch !== undefined || !['received', 'accepted'].includes(event.type)) continue;
        const deemed = event.actor.kind === 'system';
        assert.ok(
          deemed || isWorkday(shanghaiDay(event.at), calendar),
          `${event.type} ${shanghaiTime(event.at)}`,
        );
        if (!deemed) assert.match(shanghaiTime(event.at), / (09|1[0-7]):/);
      }
    }
  });

  it('has clocks that agree with themselves: nothing due is left, what fired did so at its moment, decisions are on time as they say', async () => {
    const { models, tenant } = first.stage.app;
    const until = new Date(order.until);
    assert.equal(await models.clocks.countDocuments({ tenant, nextFireAt: upTo(until) }), 0);
    for (const subject of await first.cases()) {
      const clocks = (await models.clocks.find({ tenant, caseId: subject._id }).lean()) as ClockDocument[];
      // A theme has no limit of its own, and an item that waits for another none yet.
      if (subject.theme === undefined && subject.family === undefined) assert.ok(clocks.length > 0);
      for (const { startAt, stoppedAt, pauses, escalation, kind } of clocks) {
        assert.ok(startAt <= until && (stoppedAt === undefined || stoppedAt >= startAt), kind);
        let last = startAt;
        for (const { from, to } of pauses) {
          assert.ok(from >= last && (to === undefined || to >= from), `pause of ${kind}`);
          last = to ?? until;
        }
        for (const { dueAt, firedAt } of escalation)
          if (firedAt !== undefined)
            assert.ok(
              Math.abs(firedAt.getTime() - dueAt.getTime()) < 60_000,
              `${kind} fired ${firedAt.toISOString()}`,
            );
      }
      const { decision } = subject;
      const measured =
        clocks.find(({ kind }) => kind === 'promised') ?? clocks.find(({ kind }) => kind === 'statutory');
      if (decision !== undefined && measured !== undefined)
        assert.equal(decision.onTime, decision.at <= measured.dueAt, subject.caseNo);
    }
  });

  it('shows on the board what is counted from its cases', async () => {
    const { app, people } = first.stage;
    await foldDeltas(app);
    for (const departmentId of await departmentsOf(app))
      assert.deepEqual(await recountDepartment({ app, departmentId, repair: false }), [], departmentId);
    const supervisor = await people.of(people.commonWindow(), 'supervisor');
    const { totals } = (await supervisor.get('/supervision/board')) as { totals: Record<string, number> };
    const cases = await first.cases();
    const decided = cases.filter(({ decision }) => decision !== undefined);
    assert.equal(totals['doneOnTime'], decided.filter(({ decision }) => decision?.onTime).length);
    assert.equal(totals['doneLate'], decided.filter(({ decision }) => !decision?.onTime).length);
  });

  it('is the same for the same seed, also when it was broken off in between', async () => {
    // Case numbers are taken from a reserve of the process: one that began anew has left some out.
    const told = async (district: District) =>
      Promise.all(
        (await district.cases()).map(async (subject) => ({
          item: subject.packCode,
          state: subject.state,
          events: (await district.eventsOf(subject)).map(({ at, type }) => `${at.toISOString()} ${type}`),
        })),
      ).then((cases) => cases.sort((one, other) => (one.events.join() < other.events.join() ? -1 : 1)));
    assert.deepEqual(await told(second), await told(first));
  });

  it('is not begun beside a running server, nor in an installation that is no demonstration', async () => {
    const { config, models, tenant } = first.stage.app;
    const copy = { _id: `${tenant}|copy|spec`, schemaVersion: 1, tenant, fence: 0, beats: 0 };
    await models.leases.insertMany([{ ...copy, until: new Date(Date.now() + 600_000) }]);
    const opened = openDistrict(config, new Date(order.from));
    // One that opens all the same must not keep the process alive.
    void opened.then((stage) => stage.close()).catch(() => undefined);
    await assert.rejects(opened, NotSimulable);
    await models.leases.deleteOne({ _id: copy._id });
    requireSimulable(config, undefined);
    const real = { ...config, PROFILE: 'prod', DEMO_DATA: false } as const;
    assert.throws(() => requireSimulable(real, undefined), NotSimulable);
    assert.throws(() => requireSimulable(real, '110000'), NotSimulable);
    requireSimulable(real, tenant);
  });
});
