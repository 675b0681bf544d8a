import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { LicenseDocument } from '../licenses/model.ts';
import type { PublicationDocument } from './model.ts';

/** 当前状态 of a published decision, as its license and its case stand now; null for a refusal that stands. */
export const permitStatuses = [
  'valid',
  'suspended',
  'expired',
  'superseded',
  'annulled',
  'withdrawn',
  'revoked',
  'deregistered',
] as const;
export type PermitStatus = (typeof permitStatuses)[number];

const ofLicense: Readonly<Partial<Record<LicenseDocument['state'], PermitStatus>>> = {
  suspended: 'suspended',
  expired: 'expired',
  superseded: 'superseded',
  annulled: 'annulled',
  withdrawn: 'withdrawn',
  revokedAsPenalty: 'revoked',
  deregistered: 'deregistered',
};

/** Looked up at reading, so that an annulled or revoked license is marked at once wherever the entry is shown. */
export async function statusesOf(
  app: AppContext,
  publications: readonly Pick<PublicationDocument, '_id' | 'caseId' | 'decisionNo' | 'licenseId' | 'entry'>[],
): Promise<ReadonlyMap<string, PermitStatus | null>> {
  const { tenant } = app;
  const licenseIds = publications.flatMap(({ licenseId }) => licenseId ?? []);
  const caseIds = publications.map(({ caseId }) => caseId);
  const [licenses, cases] = await Promise.all([
    licenseIds.length === 0
      ? []
      : app.models.licenses
          .find({ _id: trusted({ $in: licenseIds }), tenant }, { state: 1, validTo: 1 })
          .lean(),
    app.models.cases.find({ _id: trusted({ $in: caseIds }), tenant }, { decision: 1 }).lean(),
  ]);
  const stateOf = new Map(licenses.map((license) => [license._id, license.state]));
  const decisionOf = new Map(
    (cases as Pick<CaseDocument, '_id' | 'decision'>[]).map((one) => [one._id, one.decision]),
  );
  return new Map(
    publications.map(({ _id, caseId, decisionNo, licenseId, entry }) => {
      const decision = decisionOf.get(caseId);
      if (decision?.number === decisionNo && decision.annulled !== undefined)
        return [_id, 'annulled'] as const;
      if (entry?.decision === 'refuse') return [_id, null] as const;
      const state = licenseId === undefined ? undefined : stateOf.get(licenseId);
      return [_id, (state === undefined ? undefined : ofLicense[state]) ?? 'valid'] as const;
    }),
  );
}
