import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { demoPassword, signIn } from '../../../scripts/journey/steps.ts';
import {
  assertCasesOnce,
  assertDocumentsOnce,
  assertEventsChained,
  assertInstancesOnce,
  assertLicensesOnce,
  assertOutboxDone,
  unsettled,
} from './caseFacts.ts';
import { type FaultStack, startFaultStack, until } from './faultStack.ts';
import { type Acknowledged, acceptFoodLicense, driveToDelivery, receiveFoodLicense } from './journey.ts';
import { PersistentClient } from './persistentClient.ts';
import {
  beginSlowPost,
  refusesConnections,
  runningUnder,
  type SecondServer,
  startSecondServer,
} from './serverProcesses.ts';

const batch = 12;
const documents = ['receipt', 'acceptanceNotice', 'grantDecision', 'deliveryReceipt'];

describe('two servers on one store and one engine', () => {
  let faults: FaultStack;
  let second: SecondServer;
  const told: Acknowledged[] = [];

  before(async () => {
    faults = await startFaultStack();
    second = await startSecondServer(faults.stack.settings);
  });
  after(async () => {
    await second?.stop();
    await faults.close();
  });

  it('given cases that go through both in turn, each is started, licensed and delivered once', async () => {
    const [one, other] = [await peopleAt(faults.base), await peopleAt(second.base)];
    let begun = 0;
    const lane = async () => {
      while (begun < batch) {
        const [here, there] = begun % 2 === 0 ? [one, other] : [other, one];
        begun += 1;
        const received = await receiveFoodLicense(here.clerk);
        told.push(received);
        await acceptFoodLicense(there.clerk, received.caseId);
        await driveToDelivery({ clerk: here.clerk, approver: there.approver }, received.caseNo);
      }
    };
    await Promise.all(Array.from({ length: 4 }, lane));
    const caseIds = told.map(({ caseId }) => caseId);
    await until('everything settled', async () => (await unsettled(faults.db, caseIds)) === undefined);
    await assertCasesOnce(faults.db, told);
    await assertInstancesOnce(faults.db, faults.engine, told);
    await assertLicensesOnce(faults.db, told);
    await assertDocumentsOnce(faults.db, told, documents);
    await assertEventsChained(faults.db, told);
    await assertOutboxDone(faults.db);
  });

  it('given one person accepts a case at both at once, it is accepted once', async () => {
    const [here, there] = [await signIn(faults.base, 'clerk'), await signIn(second.base, 'clerk')];
    const { caseId, caseNo } = await receiveFoodLicense(new PersistentClient(here));
    const answers = await Promise.allSettled(
      [here, there, here, there].map((clerk) => clerk.post(`/cases/${caseId}/accept`)),
    );
    assert.equal(answers.filter((answer) => answer.status === 'fulfilled').length, 1);
    await assertInstancesOnce(faults.db, faults.engine, [{ caseId, caseNo }]);
  });

  it('given SIGTERM in the middle of requests, a server answers what it has begun and ends well', async () => {
    const credentials = { username: 'clerk', password: demoPassword };
    const slow = await beginSlowPost(`${second.base}/api/v1/session`, credentials);
    const ended = second.stop();
    await until('no new connection is taken', () => refusesConnections(second.base), 10_000);
    assert.equal(await slow.finish(), 200);
    assert.deepEqual(await ended, { status: 0, signal: null });
  });

  it('given the stack is stopped, no process of it is left', async () => {
    const { dataDir } = faults.stack;
    if (process.platform === 'linux') assert.ok(runningUnder(dataDir).length >= 4);
    await faults.stack.stop();
    await until('the guardian is gone', () => runningUnder(dataDir).length === 0, 5_000);
  });
});

async function peopleAt(base: string) {
  return {
    clerk: new PersistentClient(await signIn(base, 'clerk')),
    approver: new PersistentClient(await signIn(base, 'approver')),
  };
}
