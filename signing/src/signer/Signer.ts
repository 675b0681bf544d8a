/** Signature algorithms of a signer: RSASSA-PKCS1-v1_5 or ECDSA, both with SHA-256. */
export type SignatureAlgorithm = 'RSA-SHA256' | 'ECDSA-SHA256';

/**
 * The seam behind which a private key lives: a file, a token, later a remote service.
 * The key never leaves it; callers hand over the bytes to be signed.
 */
export interface Signer {
  /** DER certificates, the signer's own first, then its issuers; the root may be left out. */
  readonly certificateChain: readonly Uint8Array[];
  readonly algorithm: SignatureAlgorithm;
  /** Hex of the first 8 bytes of SHA-256 over the signer's public key (SubjectPublicKeyInfo DER). */
  readonly keyId: string;
  /** Signs the bytes (hashing them with SHA-256). Returns the PKCS #1 value, or a DER ECDSA-Sig-Value. */
  sign(tbs: Uint8Array): Promise<Uint8Array>;
}
