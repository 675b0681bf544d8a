import { createHash } from 'node:crypto';
import { parseCertificate } from './parseCertificate.ts';

export interface CertificateName {
  readonly commonName?: string;
  readonly organization?: string;
  readonly organizationalUnit?: string;
  /** Unified social credit code of the body, where the certificate carries one. */
  readonly organizationIdentifier?: string;
}

const types: Readonly<Record<string, keyof CertificateName>> = {
  '2.5.4.3': 'commonName',
  '2.5.4.10': 'organization',
  '2.5.4.11': 'organizationalUnit',
  '2.5.4.97': 'organizationIdentifier',
};
const names = new Map<string, CertificateName>();

/** Readable parts of a certificate's subject. */
export function subjectOf(der: Uint8Array): CertificateName {
  const key = createHash('sha256').update(der).digest('base64');
  const known = names.get(key);
  if (known) return known;
  const name: { -readonly [K in keyof CertificateName]: string } = {};
  for (const part of parseCertificate(der).subject.typesAndValues) {
    const field = types[part.type];
    if (field) name[field] = String(part.value.valueBlock.value);
  }
  if (names.size > 1000) names.clear();
  names.set(key, name);
  return name;
}
