import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { type ApiClient, ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import { foodApplication, restaurant } from '../../../scripts/journey/foodLicense.ts';
import { signIn } from '../../../scripts/journey/steps.ts';
import { type FaultStack, startFaultStack, until } from './faultStack.ts';
import { type Acknowledged, receiveFoodLicense, taskAt } from './journey.ts';
import { PersistentClient } from './persistentClient.ts';

const draftOfFood: Json = {
  packCode: 'scjg-food',
  operation: 'new',
  applicant: restaurant,
  area: { town: 't005' },
  formData: foodApplication,
};

describe('a part of the system is away', () => {
  let faults: FaultStack;
  let clerk: ApiClient;
  let patient: { clerk: PersistentClient; approver: PersistentClient };

  before(async () => {
    faults = await startFaultStack();
    clerk = await signIn(faults.base, 'clerk');
    patient = {
      clerk: new PersistentClient(clerk),
      approver: new PersistentClient(await signIn(faults.base, 'approver')),
    };
  });
  after(() => faults.close());

  it('given the engine is down, a case is accepted with its notice, and starts once when the engine is back', async () => {
    const received = await receiveFoodLicense(patient.clerk);
    await faults.stack.kill('engine', 'SIGKILL', { hold: true });
    const accepted = await acceptInTime(received, 5_000);
    assert.equal(accepted['state'], 'accepted');
    assert.equal(accepted['engineState'], 'pending');
    await downloadEach(received.caseId, ['receipt', 'acceptanceNotice']);
    await faults.stack.startChild('engine');
    await startsOnce(received);
  });

  it('given the engine hangs, the acceptance does not wait for it', async () => {
    const received = await receiveFoodLicense(patient.clerk);
    await faults.stack.kill('engine', 'SIGSTOP');
    try {
      const accepted = await acceptInTime(received, 8_000);
      assert.equal(accepted['engineState'], 'pending');
    } finally {
      await faults.stack.kill('engine', 'SIGCONT');
    }
    await startsOnce(received);
  });

  it('given the store is down, requests get 503 within seconds and leave nothing half done', async () => {
    const received = await receiveFoodLicense(patient.clerk);
    const before = await footprint();
    await faults.stack.kill('store', 'SIGKILL', { hold: true });
    const server = faults.stack.pid('server');
    const began = performance.now();
    for (let tries = 0; tries < 3; tries += 1) {
      await assert.rejects(clerk.post('/cases', draftOfFood), isStoreAway);
      await assert.rejects(clerk.post(`/cases/${received.caseId}/accept`), isStoreAway);
      await assert.rejects(clerk.get('/cases'), isStoreAway);
    }
    assert.ok(performance.now() - began < 15_000, 'nine refusals within 15 s');
    assert.equal((await fetch(`${faults.base}/healthz/ready`)).status, 503);
    await faults.stack.startChild('store');
    await until('the server is ready again', async () => (await fetch(`${faults.base}/healthz/ready`)).ok);
    assert.deepEqual(await footprint(), before);
    assert.equal((await patient.clerk.post(`/cases/${received.caseId}/accept`))['state'], 'accepted');
    await startsOnce(received);
    assert.equal(faults.stack.pid('server'), server, 'the same server process');
  });

  it('given the store hangs, requests get 503 within seconds', async () => {
    await faults.stack.kill('store', 'SIGSTOP');
    const began = performance.now();
    try {
      // The signal reaches each thread of the store a moment later: what comes before may be answered.
      const asked = async () => {
        for (let at = 0; at < 50; at += 1) await clerk.get('/cases');
      };
      await assert.rejects(asked, isStoreAway);
      assert.ok(performance.now() - began < 20_000, `answered after ${performance.now() - began} ms`);
    } finally {
      await faults.stack.kill('store', 'SIGCONT');
    }
    await patient.clerk.get('/cases');
  });

  it('given one Idempotency-Key twice at once and again later, there is one case', async () => {
    const key = randomUUID();
    const before = await faults.db.collection('cases').countDocuments();
    const answers = await Promise.allSettled(
      Array.from({ length: 4 }, () => clerk.post('/cases', draftOfFood, { key })),
    );
    const later = await clerk.post('/cases', draftOfFood, { key });
    for (const answer of answers) {
      if (answer.status === 'fulfilled') assert.equal(answer.value['id'], later['id']);
      else assert.equal((answer.reason as ApiProblem).code, 'requestInProgress');
    }
    assert.equal(await faults.db.collection('cases').countDocuments(), before + 1);
    await assert.rejects(clerk.post('/cases', { ...draftOfFood, operation: 'renew' }, { key }), {
      code: 'idempotencyKeyReused',
    });
  });

  async function acceptInTime({ caseId }: Acknowledged, milliseconds: number): Promise<Json> {
    const began = performance.now();
    const accepted = await clerk.post(`/cases/${caseId}/accept`);
    const took = performance.now() - began;
    assert.ok(took < milliseconds, `accepted after ${Math.round(took)} ms`);
    return accepted;
  }

  async function downloadEach(caseId: string, kinds: readonly string[]): Promise<void> {
    const documents = (await clerk.get(`/cases/${caseId}/documents`))['items'] as Json[];
    for (const kind of kinds) {
      const found = documents.find((entry) => entry['kind'] === kind);
      const { bytes } = await clerk.download(`/cases/${caseId}/documents/${String(found?.['id'])}/content`);
      assert.equal(bytes.subarray(0, 5).toString(), '%PDF-', kind);
    }
  }

  /** The task appears with nobody doing anything, and there is one instance. */
  async function startsOnce({ caseNo }: Acknowledged): Promise<void> {
    await taskAt(patient.approver, caseNo, 'review');
    const instances = await faults.engine.listHistoricInstances({ processInstanceBusinessKey: caseNo });
    assert.equal(instances.length, 1);
  }

  /** Documents in the collections that an intake writes. */
  async function footprint(): Promise<number[]> {
    const collections = ['cases', 'submissions', 'events', 'caseDocuments', 'clocks'];
    return Promise.all(collections.map((name) => faults.db.collection(name).countDocuments()));
  }
});

function isStoreAway(error: unknown): boolean {
  assert.ok(error instanceof ApiProblem, String(error));
  assert.deepEqual([error.status, error.code], [503, 'storeAway']);
  return true;
}
