import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { CaseDocument } from '../cases/model.ts';
import type { Stage } from '../rehearsal/stage.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { beginJournal } from './journal.ts';
import { openDistrict } from './openDistrict.ts';
import { simulate } from './simulate.ts';

const packs = ['scjg-company-setup'];

describe('simulated applicants at the portal', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-simulation-'));
  const from = new Date('2026-09-21T00:00:00+08:00').toISOString();
  let server: TestServer;
  let stage: Stage;

  before(async () => {
    server = await startTestServer({ time: new TestTime(from), workers: false, packs });
  });
  after(async () => {
    await stage?.close();
    await server?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('apply by account, draft, papers and submission, unverified, and the window accepts', async () => {
    const until = new Date('2026-09-24T12:00:00+08:00').toISOString();
    const journal = beginJournal(dataDir, { seed: 'portal', cases: 3, from, until });
    stage = await openDistrict(server.app.config, journal.reached);
    const played = await simulate({ stage, journal, packs: new Set(packs) });
    assert.deepEqual(played.failures, []);
    const { models, tenant } = stage.app;
    const cases = (await models.cases.find({ tenant }).lean()) as CaseDocument[];
    const online = cases.filter(({ account }) => account?.door === 'portal');
    assert.ok(online.length > 0 && online.length < cases.length, `${online.length} of ${cases.length}`);
    for (const { account, materials, receivedAt, state, _id } of online) {
      assert.equal(account?.verifiedBy, undefined, 'no register knows made-up people');
      assert.ok(receivedAt !== undefined && state !== 'draft', state);
      assert.ok(materials.some(({ files }) => files.length > 0));
      const [first] = await models.events.find({ tenant, caseId: _id, type: 'received' }).lean();
      assert.equal(first?.actor.kind, 'applicant');
    }
    assert.equal(await models.applicantAccounts.countDocuments({ tenant }), online.length);
  });
});
