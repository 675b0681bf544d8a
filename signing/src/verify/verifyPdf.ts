import { createHash } from 'node:crypto';
import { OID } from '../asn1/oids.ts';
import { subjectOf } from '../cms/certificateName.ts';
import { parseCertificate } from '../cms/parseCertificate.ts';
import { buildChain, hasKeyUsage } from './buildChain.ts';
import { checkModifications } from './checkModifications.ts';
import { type Revision, readRevisions } from './crossReference.ts';
import {
  type FoundSignature,
  findSignatures,
  readSignedRange,
  type SignedRange,
  text,
} from './findSignatures.ts';
import { latin } from './PdfLexer.ts';
import { PdfView } from './PdfView.ts';
import { isName } from './pdfObjects.ts';
import { type Reason, Refusal, reason } from './reasons.ts';
import { verifySignedData } from './verifySignedData.ts';
import { digestOfBytes, verifyTimeStamp } from './verifyTimeStamp.ts';

export type Verdict = 'trusted' | 'intactUntrusted' | 'refused';

export interface SignatureReport {
  readonly fieldName: string;
  readonly kind: 'signature' | 'documentTimeStamp';
  readonly certifying: boolean;
  /** Common name, organisation and credit code of the certificate. */
  readonly signer?: { readonly name: string; readonly organization?: string; readonly uscc?: string };
  /** Claimed by the signer in `/M`. */
  readonly signingTime?: string;
  /** Vouched for by a time-stamp authority, ISO 8601. */
  readonly timestamp?: { readonly at: string; readonly authority: string; readonly trusted: boolean };
  readonly reasonText?: string;
  readonly coversWholeDocument: boolean;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
}

export interface VerificationReport {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly signatures: readonly SignatureReport[];
}

export interface VerifyRequest {
  readonly pdf: Uint8Array;
  /** DER certificates. Without any, the best verdict is `intactUntrusted`. */
  readonly trustedRoots: readonly Uint8Array[];
  readonly now: Date;
  /** DER revocation lists; those carried by the signature are used as well. */
  readonly crls?: readonly Uint8Array[];
  /** Files larger than this are refused unread. Default 50 MiB. */
  readonly maxBytes?: number;
}

/**
 * Verifies every signature of a PDF. `trusted`: intact, unmodified beyond what certification allows, signers and
 * time-stamp authorities lead to the given roots. `intactUntrusted`: the same, but a signer's root is unknown.
 * `refused`: anything else, with reasons in words. Never throws, whatever the bytes.
 */
export async function verifyPdf(request: VerifyRequest): Promise<VerificationReport> {
  try {
    return inspect(request);
  } catch (error) {
    const why = error instanceof Refusal ? error.reason : reason('notPdf', messageOf(error));
    return { verdict: 'refused', reasons: [why], signatures: [] };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : 'unknown';
}

function inspect(request: VerifyRequest): VerificationReport {
  const { pdf } = request;
  if (pdf.length > (request.maxBytes ?? 50 * 1024 * 1024)) throw new Refusal('fileTooLarge');
  if (!/^%PDF-[12]\.\d/.test(latin(pdf, 0, 8))) throw new Refusal('notPdf', 'no %PDF- at the start');
  const revisions = readRevisionsOrTrailing(pdf);
  const view = new PdfView(pdf, revisions);
  if (revisions.some((revision) => revision.trailer.entries.has('Encrypt'))) throw new Refusal('encrypted');
  const found = findSignatures(view);
  if (found.length === 0) throw new Refusal('noSignature');
  const problems: Reason[] = [];
  const ranges = new Map<FoundSignature, SignedRange>();
  for (const signature of found) {
    collect(problems, () => ranges.set(signature, readSignedRange(pdf, revisions, signature)));
  }
  if (problems.length === 0) collect(problems, () => checkDocument(pdf, revisions, view, found, ranges));
  const reports = found.map((signature) => reportOn(request, view, signature, ranges.get(signature)));
  return conclude(problems, reports, revisions, ranges);
}

/** Distinguishes bytes after the last `%%EOF` from a file that is no PDF at all. */
function readRevisionsOrTrailing(pdf: Uint8Array): Revision[] {
  const tail = latin(pdf, Math.max(0, pdf.length - 1_000_000), pdf.length);
  const afterEnd = tail.slice(tail.lastIndexOf('%%EOF') + 5);
  if (tail.includes('%%EOF') && !/^(\r\n|\r|\n)?$/.test(afterEnd)) throw new Refusal('trailingBytes');
  return readRevisions(pdf);
}

function collect(problems: Reason[], step: () => unknown): void {
  try {
    step();
  } catch (error) {
    problems.push(error instanceof Refusal ? error.reason : reason('notPdf', messageOf(error)));
  }
}

/** Rules that concern the file as a whole: its end, what later revisions changed, who certified it. */
function checkDocument(
  pdf: Uint8Array,
  revisions: readonly Revision[],
  view: PdfView,
  found: readonly FoundSignature[],
  ranges: ReadonlyMap<FoundSignature, SignedRange>,
): void {
  const order = [...ranges.values()].sort((a, b) => a.revision - b.revision);
  if (new Set(order.map((range) => range.revision)).size !== order.length) {
    throw new Refusal('byteRangeInvalid', 'two signatures over one revision');
  }
  const first = order[0];
  const last = order.at(-1);
  if (!first || !last) throw new Refusal('noSignature');
  const finalEnd = last.revision === revisions.length - 1 ? last.end : revisions.at(-1)?.end;
  if (finalEnd !== pdf.length) throw new Refusal('trailingBytes');
  const permission = certification(view, found, ranges, first);
  for (let index = first.revision + 1; index < revisions.length; index++) {
    if (permission === 1) throw new Refusal('changesForbidden');
    checkModifications(pdf, revisions, index);
  }
}

/** DocMDP permission of the certifying signature, which must be the first; 2 when none certifies. */
function certification(
  view: PdfView,
  found: readonly FoundSignature[],
  ranges: ReadonlyMap<FoundSignature, SignedRange>,
  first: SignedRange,
): number {
  const permissions = view.dictionary(view.catalog.entries.get('Perms'));
  const target = permissions?.entries.get('DocMDP');
  const certifying = found.filter((signature) => isCertifying(view, signature));
  if (certifying.length === 0 && target === undefined) return 2;
  const only = certifying[0];
  if (
    certifying.length !== 1 ||
    !only ||
    target?.kind !== 'reference' ||
    target.number !== only.objectNumber
  ) {
    throw new Refusal('permissionsChanged');
  }
  if (ranges.get(only) !== first)
    throw new Refusal('permissionsChanged', 'the certifying signature is not the first');
  return permissionOf(view, only);
}

function references(view: PdfView, signature: FoundSignature) {
  return view
    .array(signature.dictionary.entries.get('Reference'))
    .flatMap((item) => view.dictionary(item) ?? []);
}

function isCertifying(view: PdfView, signature: FoundSignature): boolean {
  return references(view, signature).some((entry) => isName(entry.entries.get('TransformMethod'), 'DocMDP'));
}

function permissionOf(view: PdfView, signature: FoundSignature): number {
  for (const entry of references(view, signature)) {
    if (!isName(entry.entries.get('TransformMethod'), 'DocMDP')) continue;
    const value = view.dictionary(entry.entries.get('TransformParams'))?.entries.get('P');
    return value?.kind === 'number' ? value.value : 2;
  }
  return 2;
}

function reportOn(
  request: VerifyRequest,
  view: PdfView,
  signature: FoundSignature,
  range: SignedRange | undefined,
): SignatureReport {
  const stamp = isName(signature.dictionary.entries.get('SubFilter'), 'ETSI.RFC3161');
  const claimed = text(view.resolve(signature.dictionary.entries.get('M')));
  const why = text(view.resolve(signature.dictionary.entries.get('Reason')));
  const base = {
    fieldName: signature.fieldName,
    kind: stamp ? ('documentTimeStamp' as const) : ('signature' as const),
    certifying: isCertifying(view, signature),
    coversWholeDocument: range?.end === request.pdf.length,
    ...(claimed ? { signingTime: claimed } : {}),
    ...(why ? { reasonText: why } : {}),
  };
  if (!range) return { ...base, verdict: 'refused', reasons: [] };
  try {
    const judged = stamp ? judgeTimeStamp(request, range) : judgeSignature(request, signature, range);
    return { ...base, ...judged };
  } catch (error) {
    const refusal = error instanceof Refusal ? error.reason : reason('cmsMalformed', messageOf(error));
    return { ...base, verdict: 'refused', reasons: [refusal] };
  }
}

type Judged = Pick<SignatureReport, 'verdict' | 'reasons' | 'signer' | 'timestamp'>;

const digestOfRange =
  (pdf: Uint8Array, range: SignedRange) =>
  (algorithm: string): Uint8Array =>
    createHash(algorithm)
      .update(pdf.subarray(0, range.gapStart))
      .update(pdf.subarray(range.gapEnd, range.end))
      .digest();

function judgeTimeStamp(request: VerifyRequest, range: SignedRange): Judged {
  const stamp = verifyTimeStamp(range.cms, {
    digestOf: digestOfRange(request.pdf, range),
    roots: request.trustedRoots,
    now: request.now,
    revocationLists: request.crls ?? [],
  });
  return {
    timestamp: {
      at: stamp.at.toISOString(),
      authority: nameOf(stamp.authority).name,
      trusted: stamp.trusted,
    },
    signer: nameOf(stamp.authority),
    verdict: stamp.trusted ? 'trusted' : 'intactUntrusted',
    reasons: stamp.trusted ? [] : [reason('timestampUntrusted')],
  };
}

function judgeSignature(request: VerifyRequest, signature: FoundSignature, range: SignedRange): Judged {
  if (!isName(signature.dictionary.entries.get('SubFilter'), 'ETSI.CAdES.detached')) {
    throw new Refusal('subFilterUnsupported');
  }
  const signed = verifySignedData(range.cms, {
    contentType: OID.data,
    digestOf: digestOfRange(request.pdf, range),
    allowSigningTime: false,
  });
  refuseOtherUsage(signed.signer);
  const revocationLists = [...(request.crls ?? []), ...signed.revocationLists];
  const stamp = signed.timeStampToken
    ? verifyTimeStamp(signed.timeStampToken, {
        digestOf: digestOfBytes(signed.signature),
        roots: request.trustedRoots,
        now: request.now,
        revocationLists,
      })
    : undefined;
  const chain = buildChain({
    leaf: signed.signer,
    pool: signed.certificates,
    roots: request.trustedRoots,
    at: stamp?.trusted ? stamp.at : request.now,
    revocationLists,
  });
  const facts = {
    signer: nameOf(signed.signer),
    ...(stamp
      ? {
          timestamp: {
            at: stamp.at.toISOString(),
            authority: nameOf(stamp.authority).name,
            trusted: stamp.trusted,
          },
        }
      : {}),
  };
  const refuse = (why: Reason): Judged => ({ ...facts, verdict: 'refused', reasons: [why] });
  if (chain === 'untrusted')
    return { ...facts, verdict: 'intactUntrusted', reasons: [reason('signerUntrusted')] };
  if (stamp && !stamp.trusted) return refuse(reason('timestampUntrusted'));
  if (chain === 'expired') return refuse(reason('certificateExpired'));
  if (chain === 'revoked') return refuse(reason('certificateRevoked'));
  return { ...facts, verdict: 'trusted', reasons: [] };
}

function refuseOtherUsage(certificate: Uint8Array): void {
  const parsed = parseCertificate(certificate);
  const usage = parsed.extensions?.find((extension) => extension.extnID === OID.keyUsage);
  if (usage && !hasKeyUsage(usage, 0) && !hasKeyUsage(usage, 1)) throw new Refusal('certificateUsage');
}

function nameOf(certificate: Uint8Array): { name: string; organization?: string; uscc?: string } {
  const subject = subjectOf(certificate);
  return {
    name: subject.commonName ?? subject.organization ?? '',
    ...(subject.organization ? { organization: subject.organization } : {}),
    ...(subject.organizationIdentifier ? { uscc: subject.organizationIdentifier } : {}),
  };
}

function conclude(
  problems: readonly Reason[],
  reports: readonly SignatureReport[],
  revisions: readonly Revision[],
  ranges: ReadonlyMap<FoundSignature, SignedRange>,
): VerificationReport {
  const refused = reports
    .filter((report) => report.verdict === 'refused')
    .flatMap((report) => report.reasons);
  if (problems.length > 0 || reports.some((report) => report.verdict === 'refused')) {
    return { verdict: 'refused', reasons: distinct([...problems, ...refused]), signatures: reports };
  }
  const untrusted = reports.filter((report) => report.verdict === 'intactUntrusted');
  if (untrusted.length > 0 || !reports.some((report) => report.kind === 'signature')) {
    const reasons = distinct(untrusted.flatMap((report) => report.reasons));
    const verdict = reports.some((report) => report.kind === 'signature') ? 'intactUntrusted' : 'refused';
    return {
      verdict,
      reasons: verdict === 'refused' ? [reason('noSignature')] : reasons,
      signatures: reports,
    };
  }
  const firstRevision = Math.min(...[...ranges.values()].map((range) => range.revision));
  const later = firstRevision < revisions.length - 1 ? [reason('laterRevisionsAllowed')] : [];
  return { verdict: 'trusted', reasons: [reason('trusted'), ...later], signatures: reports };
}

function distinct(reasons: readonly Reason[]): Reason[] {
  return [...new Map(reasons.map((entry) => [entry.code, entry])).values()];
}
