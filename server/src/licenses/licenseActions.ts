import type { Operation } from '@onewindow/processes';
import type { LicenseState } from './model.ts';

/** What a grant does to a license. */
export type LicenseAction = Operation['licenseAction'];

const inForce: readonly LicenseState[] = ['issued', 'deemedRenewed'];

/**
 * States in which a license may be the subject of an action. Only a license in force is amended or renewed (one that has
 * expired is applied for anew); one that is lost is reissued while it is suspended, too; deregistered is also what has
 * expired, or was annulled, withdrawn or revoked (Administrative License Law art. 70).
 */
export const statesFor: Readonly<Record<LicenseAction, readonly LicenseState[]>> = {
  issue: inForce,
  none: inForce,
  amend: inForce,
  renew: inForce,
  reissue: [...inForce, 'suspended'],
  deregister: [...inForce, 'suspended', 'expired', 'annulled', 'withdrawn', 'revokedAsPenalty'],
};

/** Actions that leave the term of the license as it is. */
export const keepsTerm: readonly LicenseAction[] = ['amend', 'reissue'];
