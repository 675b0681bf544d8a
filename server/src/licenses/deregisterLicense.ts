import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { isTakenBack } from '../cases/isTakenBack.ts';
import type { CaseDocument } from '../cases/model.ts';
import { endChecksOfLicense } from '../checks/endChecks.ts';
import { followLicense } from '../payment/followLicense.ts';
import { statesFor } from './licenseActions.ts';
import { licenseLogEntry } from './licenseLogEntry.ts';
import { presentLicense, stateOn } from './presentLicense.ts';

/**
 * Deregisters the license that a granted case is about (注销): it stays in store with all its versions, verification
 * says that it is deregistered. Doing it again changes nothing.
 * Throws Error when the case has no granting decision, names no license, or the license cannot be deregistered any more.
 */
export async function deregisterLicense(options: {
  app: AppContext;
  subject: CaseDocument;
  decisionNo: number;
}): Promise<void> {
  const { app, subject, decisionNo } = options;
  const authorisation = await app.models.authorisations
    .findOne({ tenant: app.tenant, caseId: subject._id, decisionNo })
    .lean();
  if (authorisation?.kind !== 'grant')
    throw new Error(`case ${subject._id} has no authorisation for decision ${decisionNo}`);
  const { pack } = await app.packs.version(subject.packCode, subject.packVersion);
  await changeCase({
    app,
    caseId: subject._id,
    actor: { kind: 'system', name: 'licenseWorker' },
    work: async (change) => {
      const { session, now } = change;
      if (isTakenBack(change.subject)) return;
      const license = await presentLicense(app, subject, session);
      if (license === undefined) throw new Error(`case ${subject._id} names no license`);
      const by = { caseNo: subject.caseNo ?? '', decisionNo, from: license.state };
      if (license.state === 'deregistered') {
        const log = await app.models.licenseLog
          .find({ tenant: app.tenant, licenseId: license._id }, null, { session })
          .lean();
        const done = log.find(({ type }) => type === 'deregistered');
        if (done?.details['caseNo'] === by.caseNo) return;
      }
      if (!statesFor.deregister.includes(stateOn(license, now)))
        throw new Error(`license ${license._id} in state ${license.state} cannot be deregistered`);
      await app.models.licenses.updateOne(
        { _id: license._id, version: license.version },
        { $set: { state: 'deregistered' }, $inc: { version: 1 } },
        { session },
      );
      const purpose =
        pack.powerType === '行政许可'
          ? '《中华人民共和国行政许可法》第七十条'
          : (pack.legalBasis[0]?.title ?? pack.name['zh-CN']);
      await app.models.licenseLog.insertMany(
        [
          licenseLogEntry(app, {
            licenseId: license._id,
            type: 'deregistered',
            at: now,
            purpose,
            details: by,
          }),
        ],
        { session },
      );
      await endChecksOfLicense(app, change, license, 'deregistered');
      await followLicense(app, session, { holderIndex: license.holderIndex, at: now });
      change.event('licenseDeregistered', { identifier: license.identifier, licenseNo: license.licenseNo });
    },
  });
}
