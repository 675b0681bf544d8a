import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { PoisonEntry } from '../outbox/deliverOutbox.ts';
import type { OutboxDocument } from '../outbox/model.ts';
import { externalFields } from './externalFields.ts';
import { recordExternal } from './recordExternal.ts';

/**
 * Hands a mirrored case over to the system in which it is handled, and records the number that this gives: nobody keys it
 * twice. Throws what the port throws (tried again), PoisonEntry when it can never succeed.
 */
export async function deliverToExternal(app: AppContext, entry: OutboxDocument): Promise<void> {
  const subject = (await app.models.cases
    .findOne({ _id: entry.caseId, tenant: app.tenant })
    .lean()) as CaseDocument | null;
  if (subject?.caseNo === undefined) throw new PoisonEntry(`no case ${entry.caseId}`);
  if (subject.external?.number !== undefined) return;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const system = loaded.pack.externalSystem;
  const report = await app.external.push({
    packCode: subject.packCode,
    caseNo: subject.caseNo,
    fields: await externalFields(app, subject, loaded),
    numberPattern: system?.numberPattern,
    takenIn: system?.statusMapping.find(({ state }) => state === 'accepted' || state === 'received')
      ?.external,
  });
  await recordExternal({
    app,
    caseId: subject._id,
    actor: { kind: 'system', name: 'externalSystem' },
    report,
  });
}
