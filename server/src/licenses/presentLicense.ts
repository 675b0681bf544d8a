import { shanghaiDay } from '@onewindow/clocks';
import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { LicenseDocument, LicenseState } from './model.ts';

/**
 * The license that a case is about, in the version that is in force now: another case may have replaced the one that was
 * named at the window, or that one was annulled and the version before it is in force again. Undefined where the case names none.
 */
export async function presentLicense(
  app: AppContext,
  subject: Pick<CaseDocument, 'licenseId'>,
  session?: ClientSession,
): Promise<LicenseDocument | undefined> {
  let id = subject.licenseId;
  while (id !== undefined) {
    const license = (await app.models.licenses
      .findOne({ _id: id, tenant: app.tenant }, null, session === undefined ? {} : { session })
      .lean()) as LicenseDocument | null;
    const next = license === null ? undefined : follower(license);
    if (next === undefined) return license ?? undefined;
    id = next;
  }
  return undefined;
}

/** The version in whose favour this one has stepped back; undefined for one that speaks for itself. */
function follower({ state, supersededBy, givesWayTo }: LicenseDocument): string | undefined {
  if (state === 'superseded') return supersededBy;
  return state === 'annulled' ? givesWayTo : undefined;
}

/** State of a license on a day: one whose last valid day has passed has expired, whether or not anybody has recorded it. */
export function stateOn(license: Pick<LicenseDocument, 'state' | 'validTo'>, now: Date): LicenseState {
  const over = license.validTo !== undefined && license.validTo < shanghaiDay(now);
  return license.state === 'issued' && over ? 'expired' : license.state;
}
