import assert from 'node:assert/strict';
import type { EngineClient } from '@onewindow/engine';
import type { Db, Document } from 'mongodb';
import type { Acknowledged } from './journey.ts';

/** What is still under way, in words; undefined when everything has settled. */
export async function unsettled(db: Db, caseIds: readonly string[]): Promise<string | undefined> {
  const rest = {
    outbox: await count(db, 'outbox', { state: { $ne: 'done' } }),
    'licenses in draft': await count(db, 'licenses', { state: 'draft' }),
    'documents not drawn': await count(db, 'caseDocuments', { fileId: { $exists: false } }),
    'tasks in the view': await count(db, 'tasks', { active: true, caseId: { $in: caseIds } }),
    'processes open': await count(db, 'cases', { _id: { $in: caseIds }, 'engine.state': { $ne: 'ended' } }),
  };
  const open = Object.entries(rest).filter(([, number]) => number > 0);
  return open.length === 0 ? undefined : open.map(([what, number]) => `${what}: ${number}`).join(', ');
}

/** Every acknowledged case is there once, under its own number. */
export async function assertCasesOnce(db: Db, told: readonly Acknowledged[]): Promise<void> {
  const received = await db
    .collection('cases')
    .find({ caseNo: { $exists: true } })
    .toArray();
  assert.equal(received.length, told.length, 'received cases');
  assert.equal(new Set(received.map((entry) => String(entry['caseNo']))).size, told.length, 'case numbers');
  const numbers = new Map(received.map((entry) => [String(entry._id), entry['caseNo']]));
  for (const { caseId, caseNo } of told) assert.equal(numbers.get(caseId), caseNo);
}

/** Every case has exactly one process instance, running or ended, and the store knows it. */
export async function assertInstancesOnce(
  db: Db,
  engine: EngineClient,
  told: readonly Acknowledged[],
): Promise<void> {
  for (const { caseId, caseNo } of told) {
    const known = await engine.listHistoricInstances({ processInstanceBusinessKey: caseNo });
    const running = await engine.listInstances({ businessKey: caseNo });
    assert.equal(known.length, 1, `process instances of ${caseNo}`);
    assert.ok(running.length <= 1 && running.every(({ id }) => id === known[0]?.id));
    const subject = await db.collection<Document & { _id: string }>('cases').findOne({ _id: caseId });
    assert.equal(subject?.['engine']?.processInstanceId, known[0]?.id);
  }
}

/** One license per granting decision, each issued, with a file; no number twice. */
export async function assertLicensesOnce(db: Db, told: readonly Acknowledged[]): Promise<void> {
  const licenses = await db.collection('licenses').find().toArray();
  const grants = await db.collection('authorisations').find({ kind: 'grant' }).toArray();
  assert.equal(licenses.length, told.length, 'licenses');
  assert.equal(grants.length, told.length, 'granting decisions');
  assert.deepEqual(
    licenses.map((entry) => String(entry['authorisationId'])).sort(),
    grants.map((entry) => String(entry._id)).sort(),
  );
  for (const key of ['caseId', 'licenseNo', 'identifier'])
    assert.equal(new Set(licenses.map((entry) => String(entry[key]))).size, told.length, key);
  await assertFiles(db, 'licenses', { state: 'issued' }, told.length);
}

/** Each case has each kind of document once, drawn and stored. */
export async function assertDocumentsOnce(
  db: Db,
  told: readonly Acknowledged[],
  kinds: readonly string[],
): Promise<void> {
  for (const { caseId } of told) {
    const documents = await db.collection('caseDocuments').find({ caseId }).toArray();
    assert.deepEqual(documents.map((entry) => String(entry['kind'])).sort(), [...kinds].sort());
  }
  await assertFiles(db, 'caseDocuments', { state: 'ready' }, told.length * kinds.length);
}

/** The events of each case are numbered without a gap and chained by hash. */
export async function assertEventsChained(db: Db, told: readonly Acknowledged[]): Promise<void> {
  for (const { caseId, caseNo } of told) {
    const events = await db.collection('events').find({ caseId }).sort({ seq: 1 }).toArray();
    events.forEach((event, at) => {
      assert.equal(event['seq'], at + 1, `event of ${caseNo}`);
      assert.equal(event['prevHash'], at === 0 ? '' : events[at - 1]?.['hash'], `chain of ${caseNo}`);
    });
    const subject = await db.collection<Document & { _id: string }>('cases').findOne({ _id: caseId });
    assert.equal(subject?.['eventSeq'], events.length);
    assert.equal(subject?.['lastEventHash'], events.at(-1)?.['hash']);
  }
}

/** Every outbox entry was delivered, and in the order of its stream there is no gap of duplicates. */
export async function assertOutboxDone(db: Db): Promise<void> {
  const open = await db
    .collection('outbox')
    .find({ state: { $ne: 'done' } })
    .toArray();
  assert.deepEqual(
    open.map((entry) => `${entry['type']} ${entry['state']} ${entry['lastError']}`),
    [],
  );
}

async function assertFiles(db: Db, collection: string, filter: Document, wanted: number): Promise<void> {
  const entries = await db.collection(collection).find(filter).toArray();
  assert.equal(entries.length, wanted, collection);
  const files = new Set(
    (await db.collection('files').find().project({ _id: 1 }).toArray()).map((entry) => String(entry._id)),
  );
  for (const entry of entries) assert.ok(files.has(String(entry['fileId'])), `${collection} without file`);
}

function count(db: Db, collection: string, filter: Document): Promise<number> {
  return db.collection(collection).countDocuments(filter);
}
