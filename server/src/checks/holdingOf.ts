import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { LicenseDocument } from '../licenses/model.ts';

/**
 * What a check is about, through all versions of it: the first license of a line of versions, whatever their numbers.
 */
export async function holdingOfLicense(
  app: AppContext,
  license: Pick<LicenseDocument, '_id' | 'supersedes'>,
  session?: ClientSession,
): Promise<string> {
  let { _id: id, supersedes } = license;
  while (supersedes !== undefined) {
    const before = await app.models.licenses
      .findOne({ _id: supersedes, tenant: app.tenant }, { supersedes: 1 }, session ? { session } : {})
      .lean();
    if (before === null) break;
    id = before._id;
    supersedes = before.supersedes;
  }
  return `license:${id}`;
}

/** The benefit of an item that a person draws: one, however often it is granted anew. */
export function holdingOfBenefit(subject: Pick<CaseDocument, '_id' | 'packCode' | 'holderIndex'>): string {
  return `benefit:${subject.packCode}:${subject.holderIndex ?? subject._id}`;
}
