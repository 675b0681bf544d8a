import type { Revision } from './crossReference.ts';
import { latin } from './PdfLexer.ts';
import type { PdfView } from './PdfView.ts';
import { isName, type PdfDictionary, type PdfValue } from './pdfObjects.ts';
import { Refusal } from './reasons.ts';

/** A signature field with a value, as the last revision of the file shows it. */
export interface FoundSignature {
  readonly fieldName: string;
  readonly objectNumber: number;
  readonly dictionary: PdfDictionary;
}

const MAX_FIELDS = 1000;

/** Signed signature fields of the AcroForm tree, in the order of the tree. */
export function findSignatures(view: PdfView): FoundSignature[] {
  const found: FoundSignature[] = [];
  let visited = 0;
  const visit = (
    value: PdfValue,
    inherited: { type: PdfValue | undefined; name: string },
    depth: number,
  ): void => {
    if (++visited > MAX_FIELDS || depth > 20) throw new Refusal('signatureMalformed', 'field tree too large');
    const field = view.dictionary(value);
    if (!field) return;
    const type = field.entries.get('FT') ?? inherited.type;
    const own = text(view.resolve(field.entries.get('T')));
    const name = [inherited.name, own].filter((part) => part !== '').join('.');
    for (const kid of view.array(field.entries.get('Kids'))) visit(kid, { type, name }, depth + 1);
    const signature = field.entries.get('V');
    if (!isName(view.resolve(type), 'Sig') || signature === undefined) return;
    if (signature.kind !== 'reference')
      throw new Refusal('signatureMalformed', 'signature is not an object of its own');
    const dictionary = view.dictionary(signature);
    if (!dictionary || view.location(signature.number)?.in !== 'file')
      throw new Refusal('signatureMalformed');
    found.push({ fieldName: name, objectNumber: signature.number, dictionary });
  };
  const form = view.dictionary(view.catalog.entries.get('AcroForm'));
  for (const field of view.array(form?.entries.get('Fields'))) visit(field, { type: undefined, name: '' }, 0);
  const distinct = new Map(found.map((signature) => [signature.objectNumber, signature]));
  return [...distinct.values()];
}

/** Text of a PDF string: UTF-16BE with mark, else Latin-1. */
export function text(value: PdfValue | undefined): string {
  if (value?.kind !== 'string') return '';
  const [a, b] = value.bytes;
  if (a === 0xfe && b === 0xff)
    return Buffer.from(value.bytes.slice(2, 2 + ((value.bytes.length - 2) & ~1)))
      .swap16()
      .toString('utf16le');
  return Buffer.from(value.bytes).toString('latin1');
}

export interface SignedRange {
  readonly gapStart: number;
  readonly gapEnd: number;
  readonly end: number;
  /** Index of the revision that it signs. */
  readonly revision: number;
  readonly cms: Uint8Array;
}

const MAX_CONTENTS = 1_000_000;

/**
 * What a signature covers: `/ByteRange` must start at 0, leave out exactly its own `/Contents` (hexadecimal, nothing
 * else between the two ranges) and end where a revision ends. Throws Refusal.
 */
export function readSignedRange(
  bytes: Uint8Array,
  revisions: readonly Revision[],
  signature: FoundSignature,
): SignedRange {
  const range = signature.dictionary.entries.get('ByteRange');
  const numbers =
    range?.kind === 'array' ? range.items.map((item) => (item.kind === 'number' ? item.value : -1)) : [];
  const [start = -1, gapStart = -1, gapEnd = -1, length = -1] = numbers;
  if (numbers.length !== 4 || numbers.some((n) => !Number.isSafeInteger(n) || n < 0)) {
    throw new Refusal('byteRangeInvalid', 'not four non-negative integers');
  }
  const end = gapEnd + length;
  if (start !== 0 || gapStart <= 0 || gapEnd <= gapStart || end > bytes.length)
    throw new Refusal('byteRangeInvalid');
  const contents = signature.dictionary.entries.get('Contents');
  if (contents?.kind !== 'string' || !contents.hex) throw new Refusal('contentsInvalid', 'not hexadecimal');
  if (contents.start !== gapStart || contents.end !== gapEnd) {
    throw new Refusal('byteRangeInvalid', 'the gap is not the place of /Contents');
  }
  if (!/^<[0-9a-fA-F]+>$/.test(latin(bytes, gapStart, gapEnd))) throw new Refusal('contentsInvalid');
  const revision = revisions.findIndex((candidate) => candidate.end >= end);
  const signed = revisions[revision];
  if (!signed || !/^[\r\n]{0,2}$/.test(latin(bytes, end, signed.end)) || end <= signed.xrefEnd) {
    throw new Refusal('notRevisionEnd');
  }
  if (gapStart < (revisions[revision - 1]?.end ?? 0))
    throw new Refusal('notRevisionEnd', 'signature of an earlier revision');
  return { gapStart, gapEnd, end, revision, cms: trimmed(contents.bytes) };
}

/** The CMS without its padding, which must be zeros. */
function trimmed(contents: Uint8Array): Uint8Array {
  if (contents.length > MAX_CONTENTS) throw new Refusal('contentsInvalid', 'too long');
  const length = derLength(contents);
  if (length === undefined || length > contents.length) throw new Refusal('cmsMalformed');
  if (contents.subarray(length).some((byte) => byte !== 0))
    throw new Refusal('contentsInvalid', 'padding is not zero');
  return contents.subarray(0, length);
}

/** Total length of the DER SEQUENCE at the start; undefined when there is none. */
function derLength(bytes: Uint8Array): number | undefined {
  if (bytes[0] !== 0x30) return undefined;
  const first = bytes[1] ?? 0;
  if (first < 0x80) return first + 2;
  const count = first & 0x7f;
  if (count === 0 || count > 4) return undefined;
  return bytes.subarray(2, 2 + count).reduce((sum, byte) => sum * 256 + byte, 0) + 2 + count;
}
