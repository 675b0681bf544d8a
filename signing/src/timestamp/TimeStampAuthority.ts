/** Port to a time-stamp authority (RFC 3161): ours in development, a public one by HTTP in production. */
export interface TimeStampAuthority {
  /**
   * Stamps a SHA-256 digest (32 bytes). Returns the DER TimeStampToken (a CMS ContentInfo).
   * Throws SigningError with a code of failures.json when there is no token that may be used.
   */
  timestamp(digest: Uint8Array): Promise<Uint8Array>;
}
