import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Stage } from '../rehearsal/stage.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import type { Life } from './Life.ts';
import { lifeOf, livedThrough } from './life.fixture.ts';
import { openDistrict } from './openDistrict.ts';

const packCode = 'grid-city-appearance';

/** A case file whose disposal has 24 hours, with one extension asked for in its course. */
describe('a case file of which more time is asked for', () => {
  let server: TestServer;
  let stage: Stage;
  before(async () => {
    const from = '2026-11-02T08:00:00+08:00';
    server = await startTestServer({
      time: new TestTime(from),
      workers: false,
      packs: [packCode, 'scjg-food'],
    });
    stage = await openDistrict(server.app.config, new Date(from));
  });
  after(async () => {
    await stage?.close();
    await server?.close();
  });

  it('has it asked for before the clock is due, though it was drawn for later', async () => {
    const life = await sentBack(1, '2026-11-02T09:00:00+08:00', (step) => (step === 'postpone' ? 30 : 0.2));
    const { subject, events } = await livedThrough(stage, life);
    assert.equal(events.filter(({ type }) => type === 'postponed').length, 1);
    assert.equal(subject.dispatch?.end?.kind, 'closed');
  });

  it('goes on without it where the clock is due before anybody could ask', async () => {
    const life = await sentBack(2, '2026-11-05T09:00:00+08:00', (step) => (step === 'take' ? 30 : 0.2));
    const { subject, events } = await livedThrough(stage, life);
    assert.equal(events.filter(({ type }) => type === 'postponementAsked').length, 0);
    assert.equal(subject.dispatch?.end?.kind, 'closed');
  });

  it('goes on without it where the act itself comes after the clock is due', async () => {
    const life = await sentBack(3, '2026-11-09T09:00:00+08:00', () => 0.2);
    let moved = false;
    const { subject, events } = await livedThrough(stage, life, (one) => {
      const next = one.acts[one.mark().done]?.act;
      if (moved || next === undefined || !('outcome' in next) || next.outcome !== 'postpone') return;
      moved = true;
      one.comeAt(new Date((one.nextAt?.getTime() ?? 0) + 30 * 3_600_000));
    });
    assert.ok(moved);
    assert.equal(events.filter(({ type }) => type === 'postponementAsked').length, 0);
    assert.equal(subject.dispatch?.end?.kind, 'closed');
  });

  it('goes on without an extension of the limit of a decision that comes after it', async () => {
    const life = await lifeOf(stage, {
      ...{ no: 4, packCode: 'scjg-food', scenario: 'new-town', arrives: '2026-11-12T09:00:00+08:00' },
      hoursOf: () => 0.2,
    });
    let moved = false;
    const { subject, events } = await livedThrough(stage, life, (one) => {
      if (moved || one.acts[one.mark().done]?.act.act !== 'extend') return;
      moved = true;
      one.comeAt(new Date((one.nextAt?.getTime() ?? 0) + 40 * 24 * 3_600_000));
    });
    assert.ok(moved);
    assert.equal(events.filter(({ type }) => type === 'extended').length, 0);
    assert.equal(subject.decision?.onTime, false);
  });

  function sentBack(no: number, arrives: string, hoursOf: (outcome: string) => number): Promise<Life> {
    return lifeOf(stage, { no, packCode, scenario: 'sent-back', arrives, hoursOf });
  }
});
