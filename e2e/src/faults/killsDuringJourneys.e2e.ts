import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { signIn } from '../../../scripts/journey/steps.ts';
import type { ChildName } from '../../../scripts/stack/index.ts';
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

const journeys = Number(process.env['FAULT_JOURNEYS'] ?? 50);
const lanes = 8;
/** Acknowledged steps of a journey: draft, 5 materials, receipt, acceptance, 4 tasks. */
const stepsOfJourney = 12;
const documents = ['receipt', 'acceptanceNotice', 'grantDecision', 'deliveryReceipt'];
/** Who is killed with SIGKILL, after which part of all steps. */
const kills: readonly { at: number; who: readonly ChildName[] }[] = [
  { at: 0.08, who: ['server'] },
  { at: 0.2, who: ['engine'] },
  { at: 0.36, who: ['server'] },
  { at: 0.5, who: ['store'] },
  { at: 0.64, who: ['engine', 'server'] },
  { at: 0.82, who: ['server'] },
];

describe(`${journeys} journeys while store, engine and server are killed`, () => {
  let faults: FaultStack;
  let steps = 0;
  let failed = 0;
  const told: Acknowledged[] = [];
  const failures = new Map<string, number>();

  before(async () => {
    faults = await startFaultStack();
  });
  after(() => faults.close(failed > 0));

  it('all reach delivery, though every process is killed in between', { timeout: 1_100_000 }, async () => {
    failed += 1;
    const began = performance.now();
    const people = {
      clerk: new PersistentClient(await signIn(faults.base, 'clerk'), failures),
      approver: new PersistentClient(await signIn(faults.base, 'approver'), failures),
    };
    const step = () => {
      steps += 1;
    };
    let begun = 0;
    const lane = async () => {
      while (begun < journeys) {
        begun += 1;
        const received = await receiveFoodLicense(people.clerk, step);
        told.push(received);
        await acceptFoodLicense(people.clerk, received.caseId);
        step();
        await driveToDelivery(people, received.caseNo, step);
      }
    };
    await Promise.all([...Array.from({ length: lanes }, lane), killInBetween()]);
    const journeyed = performance.now();
    await until(
      'everything settled',
      async () => {
        const open = await unsettled(
          faults.db,
          told.map(({ caseId }) => caseId),
        );
        if (open !== undefined) throw new Error(open);
        return true;
      },
      120_000,
    );
    const seconds = (from: number, to: number) => `${Math.round((to - from) / 1000)} s`;
    console.log(
      `  ${journeys} journeys in ${seconds(began, journeyed)}, settled after ${seconds(journeyed, performance.now())}; ` +
        `repeated requests: ${JSON.stringify(Object.fromEntries(failures))}`,
    );
    assert.equal(steps, journeys * stepsOfJourney);
    failed -= 1;
  });

  fact('every acknowledged case exists once, under its own number', () => assertCasesOnce(faults.db, told));
  fact('every case has exactly one process instance', () =>
    assertInstancesOnce(faults.db, faults.engine, told),
  );
  fact('every granting decision has exactly one license, with its file', () =>
    assertLicensesOnce(faults.db, told),
  );
  fact('every statutory document exists once, drawn and stored', () =>
    assertDocumentsOnce(faults.db, told, documents),
  );
  fact('the audit of every case is unbroken', () => assertEventsChained(faults.db, told));
  fact('nothing is left in the outbox', () => assertOutboxDone(faults.db));
  fact('no repeated request opened a second draft', async () =>
    assert.equal(await faults.db.collection('cases').countDocuments(), journeys),
  );
  fact('no fault was answered as an unknown error', async () =>
    assert.equal(failures.get('internal'), undefined),
  );

  function fact(name: string, check: () => Promise<void>): void {
    it(name, async () => {
      failed += 1;
      await check();
      failed -= 1;
    });
  }

  async function killInBetween(): Promise<void> {
    for (const { at, who } of kills) {
      await until(`${at * 100} % of the steps`, () => steps >= at * journeys * stepsOfJourney, 300_000);
      await Promise.all(who.map((child) => faults.stack.kill(child)));
      for (const child of who) await faults.stack.waitUntilHealthy(child);
    }
  }
});
