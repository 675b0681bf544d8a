import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { newId } from '../store/newId.ts';
import { openFinding } from '../supervision/openFinding.ts';
import type { ClockDocument, EscalationStep } from './model.ts';

/**
 * A renewal asked in time is undecided when the license expires: the license is deemed renewed and does not expire; a
 * finding opens (Administrative License Law art. 50).
 * Throws AppError `versionConflict` when the license changed meanwhile.
 */
export async function deemRenewed(
  app: AppContext,
  change: CaseChange,
  clock: ClockDocument,
  step: EscalationStep,
): Promise<void> {
  const { subject, session } = change;
  if (subject.state !== 'accepted' || subject.licenseId === undefined) return;
  const license = await app.models.licenses
    .findOne({ _id: subject.licenseId, tenant: app.tenant }, null, { session })
    .lean();
  if (license === null || license.state !== 'issued') return;
  const saved = await app.models.licenses.updateOne(
    { _id: license._id, version: license.version },
    { $set: { state: 'deemedRenewed', version: license.version + 1 } },
    { session },
  );
  if (saved.modifiedCount !== 1) throw new AppError('versionConflict');
  await app.models.licenseLog.insertMany(
    [
      {
        _id: newId(),
        schemaVersion: 1,
        tenant: app.tenant,
        licenseId: license._id,
        at: change.now,
        type: 'deemedRenewed',
        by: { system: 'clockSweep' },
        purpose: '《行政许可法》第五十条',
        details: { caseNo: subject.caseNo, expired: license.validTo },
      },
    ],
    { session },
  );
  change.event('deemedRenewed', { license: license.identifier, dueAt: step.dueAt.toISOString() });
  await openFinding(app, change, {
    effectKey: `${clock._id}:deemedRenewal`,
    kind: 'deemedRenewal',
    departmentId: clock.departmentId,
    dueAt: step.dueAt,
    details: { license: license.identifier },
  });
}
