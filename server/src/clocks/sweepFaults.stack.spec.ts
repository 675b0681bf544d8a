import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { holdLease } from '../lease/holdLease.ts';
import { newId } from '../store/newId.ts';
import { upTo } from '../store/upTo.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { putClocks } from './clocksToFire.fixture.ts';
import { sweepClocks } from './sweepClocks.ts';

describe('the sweep of clocks', () => {
  const time = new TestTime('2026-11-18T09:00:00+08:00');
  let server: TestServer;
  let second: TestServer;

  before(async () => {
    server = await startTestServer({ time, workers: false, packs: ['scjg-food'] });
    second = await startTestServer({ time, workers: false, sharing: server });
  });
  after(async () => {
    await second.close();
    await server.close();
  });

  /** Steps that were told, by clock; every one exactly once or the unique key would have refused it. */
  async function told(): Promise<string[]> {
    const { models, tenant } = server.app;
    const alerts = await models.alerts.find({ tenant }).lean();
    const events = await models.events.find({ tenant, type: 'escalated' }).lean();
    assert.equal(events.length, alerts.length, 'an event for each alert');
    return alerts.map(({ effectKey }) => effectKey).sort();
  }

  it('fires hundreds of clocks in batches, each step once, the chain of each case whole, whoever sweeps', async () => {
    const expected = await putClocks(server.app, { cases: 60, clocksEach: 2, dueAt: time.now() });
    await Promise.all([server, second, server].map(({ app }) => sweepClocks(app)));
    await sweepClocks(second.app);
    assert.deepEqual(await told(), expected);
    const { models, tenant } = server.app;
    assert.equal(await models.clocks.countDocuments({ tenant, nextFireAt: upTo(time.now()) }), 0);
    const cases = await models.cases.find({ tenant }).lean();
    for (const subject of cases.slice(0, 5)) {
      const events = await models.events.find({ tenant, caseId: subject._id }).sort({ seq: 1 }).lean();
      assert.deepEqual(
        events.map(({ seq }) => seq),
        [1, 2],
      );
      assert.equal(events[1]?.prevHash, events[0]?.hash);
      assert.equal(subject.lastEventHash, events[1]?.hash);
    }
  });

  it('fires the others when one of a batch cannot be fired', async () => {
    const before = await told();
    const expected = await putClocks(server.app, { cases: 20, clocksEach: 1, dueAt: time.now() });
    // Its alert is there already, as after a restore of half of the store.
    const [blocked = ''] = expected;
    const { models, tenant } = server.app;
    const clock = await models.clocks.findOne({ _id: blocked.split(':')[0] ?? '' }).lean();
    const alert = {
      stepKey: 'yellow',
      audience: ['handler'],
      departmentId: 'scjg',
      caseNo: '1',
      caseId: clock?.caseId ?? '',
    };
    const at = time.now();
    await models.alerts.insertMany([
      { _id: newId(), schemaVersion: 1, tenant, effectKey: blocked, dueAt: at, firedAt: at, ...alert },
    ]);
    assert.equal(await sweepClocks(server.app), 19);
    const alerts = await models.alerts.countDocuments({ tenant });
    assert.equal(alerts, before.length + expected.length);
    await models.alerts.deleteOne({ tenant, effectKey: blocked });
    assert.equal(await sweepClocks(second.app), 1, 'the next sweep gets it');
    assert.deepEqual(await told(), [...before, ...expected].sort());
  });

  it('commits nothing under a lease that another has taken, as after a pause of the machine', async () => {
    const lost = holdLease(server.app, 'lost', async (lease) => {
      time.set('2026-11-18T09:01:00+08:00');
      assert.equal(await holdLease(second.app, 'lost', async () => 'taken'), 'taken');
      const session = await server.app.connection.startSession();
      try {
        return await session.withTransaction(() => lease.confirm(session));
      } finally {
        await session.endSession();
      }
    });
    await assert.rejects(lost, { code: 'versionConflict' });
  });

  it('goes on after a holder that was killed, also when the machine went back an hour meanwhile', async () => {
    const { models, tenant } = server.app;
    const holder = { _id: `${tenant}|clockSweep` };
    const until = new Date(time.now().getTime() + 20_000);
    await models.leases.updateOne(holder, { $set: { until } });
    const before = await told();
    const expected = await putClocks(server.app, {
      cases: 3,
      clocksEach: 1,
      dueAt: new Date('2026-11-18T08:00:00+08:00'),
    });
    assert.equal(await sweepClocks(server.app), 0, 'the lease of the killed one still runs');
    time.set('2026-11-18T08:01:00+08:00');
    assert.equal(await sweepClocks(server.app), 3, 'its end lies impossibly far ahead now');
    assert.deepEqual(await told(), [...before, ...expected].sort());
    time.set('2026-11-18T09:01:00+08:00');
    assert.equal(await sweepClocks(second.app), 0, 'nothing fires twice when the hour comes again');
  });
});
