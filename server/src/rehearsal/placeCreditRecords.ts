import { newId } from '../store/newId.ts';
import type { Run } from './run.ts';

/** Stands for the case in the credit records that a scenario gives. */
export const givenCase = 'rehearsal';

/** Puts the credit records that a scenario gives its applicant into the register of this office, until it is over. */
export async function placeCreditRecords({ stage, loaded, file }: Run): Promise<void> {
  const { app } = stage;
  const { applicant = {}, credit = [] } = file.scenario;
  const now = app.time.now();
  const holder = String(applicant['idNumber'] ?? '').toUpperCase();
  for (const kind of credit)
    await app.models.creditRecords.create({
      _id: newId(),
      schemaVersion: 1,
      tenant: app.tenant,
      effectKey: `rehearsal:${newId()}`,
      holderIndex: app.cipher.blindIndex('holder', holder),
      kind,
      category: { 'zh-CN': kind, en: kind },
      caseId: givenCase,
      caseNo: '0'.repeat(21),
      packCode: loaded.pack.packCode,
      departmentId: stage.people.commonWindow(),
      documentNo: 'rehearsal',
      recordedAt: now,
      keepUntil: '2999-12-31',
    });
}
