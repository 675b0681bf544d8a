import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Stage } from '../rehearsal/stage.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { lifeOf, livedThrough } from './life.fixture.ts';
import { openDistrict } from './openDistrict.ts';

const packCode = 'mzj-elderly-subsidy';

/** The town confirms a public notice of seven days: its step opens when the timer of the process goes off. */
describe('a step that waits for a timer of its process', () => {
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

  it('is done after the timer, though it was drawn for the same day, and the case comes to its end', async () => {
    const life = await lifeOf(stage, {
      no: 1,
      packCode,
      scenario: 'granted',
      arrives: '2026-11-02T09:00:00+08:00',
      hoursOf: () => 0.2,
    });
    const confirmed: Date[] = [];
    const { subject } = await livedThrough(stage, life, (one) => {
      const next = one.acts[one.mark().done]?.act;
      if (
        next !== undefined &&
        'outcome' in next &&
        next.outcome === 'noObjection' &&
        one.nextAt !== undefined
      )
        confirmed.push(one.nextAt);
    });
    const [drawn, put] = confirmed;
    const { models, tenant } = stage.app;
    const notice = await models.clocks.findOne({ tenant, caseId: subject._id, kind: 'publicNotice' }).lean();
    assert.ok(notice?.dueAt && drawn && put);
    assert.ok(drawn < notice.dueAt, `drawn for ${drawn.toISOString()}`);
    assert.ok(put > notice.dueAt, `put off to ${put.toISOString()}`);
    assert.equal(subject.decision?.kind, 'grant');
    assert.equal(subject.engine.state, 'ended');
  });
});
