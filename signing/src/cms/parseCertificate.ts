import { createHash } from 'node:crypto';
import * as pkijs from 'pkijs';
import { fromDer } from '../asn1/der.ts';

const parsed = new Map<string, pkijs.Certificate>();

/** A certificate as pkijs reads it, kept by its hash: parsing takes milliseconds and the same ones come again. */
export function parseCertificate(der: Uint8Array): pkijs.Certificate {
  const key = createHash('sha256').update(der).digest('base64');
  const known = parsed.get(key);
  if (known) return known;
  const certificate = new pkijs.Certificate({ schema: fromDer(der) });
  if (parsed.size > 500) parsed.clear();
  parsed.set(key, certificate);
  return certificate;
}
