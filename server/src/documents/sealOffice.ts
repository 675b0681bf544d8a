import type { Signer, TimeStampAuthority } from '@onewindow/signing';

/** Who seals: the signer of a body, the time-stamp authority, and what verifiers trust. */
export interface SealOffice {
  /** The seal of a body. Throws Error when it has none. */
  sealFor(body: { uscc: string; name: string }): Promise<Signer>;
  tsa: TimeStampAuthority;
  /** PEM of the trusted roots. */
  trustedRoots: string[];
}
