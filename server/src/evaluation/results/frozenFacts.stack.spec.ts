import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startTestServer, type TestServer, TestTime } from '../../testing/startTestServer.ts';
import type { FactSet } from '../scoring/facts.ts';
import { freezeFacts, readFrozenFacts } from './frozenFacts.ts';

describe('the frozen facts of an evaluation', () => {
  const time = new TestTime('2026-11-18T09:00:00+08:00');
  let server: TestServer;

  before(async () => {
    server = await startTestServer({ time, workers: false, packs: ['scjg-food'] });
  });
  after(() => server.close());

  const many = (count: number, from = 0) =>
    Array.from({ length: count }, (_, at) => ({
      ...{ key: `k${from + at}`, kind: 'case' as const, id: `c${from + at}`, no: `${from + at}` },
      at: time.now(),
    }));

  it('are read as they were written, however many a subject has, also the figures that nothing counts for', async () => {
    const facts: FactSet = { onTime: many(7_000), late: [], findings: many(6_500, 7_000) };
    const few: FactSet = { onTime: many(3), late: [] };
    await freezeFacts(server.app, 'p', [
      { subjectId: 'small', facts: few },
      { subjectId: 'large', facts },
      { subjectId: 'none', facts: { onTime: [] } },
    ]);
    assert.deepEqual(await readFrozenFacts(server.app, 'p', 'large'), facts);
    assert.deepEqual(await readFrozenFacts(server.app, 'p', 'small'), few);
    assert.deepEqual(await readFrozenFacts(server.app, 'p', 'none'), { onTime: [] });
    assert.deepEqual(await readFrozenFacts(server.app, 'p', 'nobody'), {});
    const { models, tenant } = server.app;
    const parts = await models.performanceFacts
      .find({ tenant, performanceId: 'p', subjectId: 'large' })
      .lean();
    assert.deepEqual(
      parts.map((part) => Object.values(part.facts).reduce((sum, { length }) => sum + length, 0)).sort(),
      [3_500, 5_000, 5_000],
    );
  });
});
