import { verify, X509Certificate } from 'node:crypto';
import * as pkijs from 'pkijs';
import { fromDer } from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import { parseCertificate } from '../cms/parseCertificate.ts';

export interface ChainRequest {
  readonly leaf: Uint8Array;
  /** Candidates for issuers: what the signature carries. */
  readonly pool: readonly Uint8Array[];
  readonly roots: readonly Uint8Array[];
  readonly at: Date;
  readonly revocationLists: readonly Uint8Array[];
}

export type ChainResult = 'trusted' | 'untrusted' | 'expired' | 'revoked';

const MAX_LENGTH = 8;

/**
 * Looks for a path from a certificate to a trusted root, valid at the instant (RFC 5280 section 6, without name
 * constraints and policies): signatures, validity, CA flag, path length, certificate-signing usage, revocation lists.
 * `expired` and `revoked` are said only of a path that otherwise reaches a root.
 */
export function buildChain(request: ChainRequest): ChainResult {
  const roots = request.roots.map((der) => new X509Certificate(der));
  const pool = request.pool.map((der) => new X509Certificate(der));
  let best: ChainResult = 'untrusted';
  const walk = (current: X509Certificate, path: readonly X509Certificate[]): void => {
    if (best === 'trusted' || path.length > MAX_LENGTH) return;
    const root = roots.find((candidate) => candidate.raw.equals(current.raw));
    if (root) {
      const result = judge([...path, current], request);
      if (best === 'untrusted' || result === 'trusted') best = result;
      return;
    }
    const seen = new Set([...path, current].map((certificate) => certificate.fingerprint256));
    for (const issuer of [...roots, ...pool]) {
      if (seen.has(issuer.fingerprint256) || !issues(issuer, current)) continue;
      if (!mayIssue(issuer, path.length)) continue;
      walk(issuer, [...path, current]);
    }
  };
  walk(new X509Certificate(request.leaf), []);
  return best;
}

function issues(issuer: X509Certificate, subject: X509Certificate): boolean {
  return subject.checkIssued(issuer) && subject.verify(issuer.publicKey);
}

/** `below`: authorities between this one and the leaf. */
function mayIssue(issuer: X509Certificate, below: number): boolean {
  if (!issuer.ca) return false;
  const extensions = parseCertificate(issuer.raw).extensions ?? [];
  const basic = extensions.find((extension) => extension.extnID === OID.basicConstraints)?.parsedValue;
  if (basic instanceof pkijs.BasicConstraints && typeof basic.pathLenConstraint === 'number') {
    if (below > basic.pathLenConstraint) return false;
  }
  const usage = extensions.find((extension) => extension.extnID === OID.keyUsage);
  return !usage || hasKeyUsage(usage, 5);
}

/** Whether a bit of KeyUsage is set: 0 digitalSignature, 1 nonRepudiation, 5 keyCertSign. */
export function hasKeyUsage(extension: pkijs.Extension, bit: number): boolean {
  const value: unknown = extension.parsedValue;
  const bytes = (value as { valueBlock?: { valueHexView?: Uint8Array } } | undefined)?.valueBlock
    ?.valueHexView;
  return bytes !== undefined && ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0;
}

function judge(path: readonly X509Certificate[], request: ChainRequest): ChainResult {
  const { at } = request;
  const expired = path.some((c) => new Date(c.validFrom) > at || new Date(c.validTo) < at);
  if (expired) return 'expired';
  const lists = request.revocationLists.flatMap(readList);
  for (const [index, certificate] of path.slice(0, -1).entries()) {
    const issuer = path[index + 1];
    if (issuer && isRevoked(certificate, issuer, lists, at)) return 'revoked';
  }
  return 'trusted';
}

interface RevocationList {
  readonly entries: ReadonlyMap<string, Date>;
  readonly tbs: Uint8Array;
  readonly signature: Uint8Array;
  readonly algorithm: string;
}

function readList(der: Uint8Array): RevocationList[] {
  try {
    const list = new pkijs.CertificateRevocationList({ schema: fromDer(der) });
    const entries = new Map(
      (list.revokedCertificates ?? []).map((entry) => [
        serialText(entry.userCertificate.valueBlock.valueHexView),
        entry.revocationDate.value,
      ]),
    );
    return [
      {
        entries,
        tbs: list.tbsView,
        signature: list.signatureValue.valueBlock.valueHexView,
        algorithm: list.signatureAlgorithm.algorithmId,
      },
    ];
  } catch {
    return [];
  }
}

function isRevoked(
  certificate: X509Certificate,
  issuer: X509Certificate,
  lists: readonly RevocationList[],
  at: Date,
): boolean {
  const serial = certificate.serialNumber.replace(/^0+/, '').toUpperCase();
  return lists.some((list) => {
    const date = list.entries.get(serial);
    return date !== undefined && date <= at && verifies(list, issuer);
  });
}

function verifies(list: RevocationList, issuer: X509Certificate): boolean {
  const name: Readonly<Record<string, string>> = {
    [OID.sha256WithRsa]: 'sha256',
    [OID.sha384WithRsa]: 'sha384',
    [OID.sha512WithRsa]: 'sha512',
    [OID.ecdsaWithSha256]: 'sha256',
    [OID.ecdsaWithSha384]: 'sha384',
  };
  const digest = name[list.algorithm];
  return digest !== undefined && verify(digest, list.tbs, issuer.publicKey, list.signature);
}

const serialText = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString('hex').replace(/^0+/, '').toUpperCase();
