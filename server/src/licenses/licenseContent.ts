/** What stands on a license; sealed in the store, hashed for the QR code. */
export interface LicenseContent {
  identifier: string;
  licenseNo: string;
  name: string;
  holder: { name: string; code: string; kind: string };
  issuer: { name: string; uscc: string };
  issueDay: string;
  validFrom: string;
  /** null: long-term. */
  validTo: string | null;
  /** Template fields by key, ready to print. */
  fields: Record<string, string>;
  /** Signatures by key, PNG or JPEG in base64; absent where the pack prints none. */
  pictures?: Record<string, string>;
}
