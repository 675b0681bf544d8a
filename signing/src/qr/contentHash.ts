import { createHash } from 'node:crypto';

/**
 * SHA-256 (hex) of a license's content in canonical JSON: keys sorted by code unit, no white space, as in RFC 8785 for
 * strings, integers, booleans, null, lists and objects. A PDF cannot hold its own hash, so this is what the QR
 * code binds: the data on the license's face.
 * Throws TypeError for undefined, functions, non-finite or fractional numbers.
 */
export function licenseContentHash(content: Readonly<Record<string, unknown>>): string {
  return createHash('sha256').update(canonical(content)).digest('hex');
}

function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
  }
  throw new TypeError('license content must be plain JSON with whole numbers');
}
