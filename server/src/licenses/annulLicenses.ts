import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { endChecksOfLicense } from '../checks/endChecks.ts';
import { type Actor, asAuthor } from '../identity/actor.ts';
import { followLicense } from '../payment/followLicense.ts';
import { newId } from '../store/newId.ts';
import type { LicenseDocument } from './model.ts';

/**
 * Annuls 撤销 the licenses that a case issued and that are in effect, with its transition in their log: nothing of them
 * is deleted, everybody who verifies one is told. In the transaction of the annulling decision.
 */
export async function annulLicenses(options: {
  app: AppContext;
  change: CaseChange;
  actor: Actor;
  documentNo: string;
  /** Law and article. */
  legalBasis: string;
}): Promise<void> {
  const { app, change, actor, documentNo, legalBasis } = options;
  const { session, now, subject } = change;
  const { tenant } = app;
  const licenses = (await app.models.licenses
    .find(
      { tenant, caseId: subject._id, state: trusted({ $in: ['issued', 'suspended', 'deemedRenewed'] }) },
      null,
      { session },
    )
    .lean()) as LicenseDocument[];
  for (const license of licenses) {
    await app.models.licenses.updateOne(
      { _id: license._id },
      { $set: { state: 'annulled', ended: { at: now, documentNo, legalBasis } }, $inc: { version: 1 } },
      { session },
    );
    await app.models.licenseLog.insertMany(
      [
        {
          _id: newId(),
          schemaVersion: 1,
          tenant,
          licenseId: license._id,
          at: now,
          type: 'annulled',
          by: asAuthor(actor),
          purpose: legalBasis,
          details: { documentNo, caseNo: subject.caseNo ?? '' },
        },
      ],
      { session },
    );
    await endChecksOfLicense(app, change, license, 'annulled');
    await followLicense(app, session, { holderIndex: license.holderIndex, at: now });
    change.event('licenseAnnulled', { licenseNo: license.licenseNo, documentNo });
  }
}
