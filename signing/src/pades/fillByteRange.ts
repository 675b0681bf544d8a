import { SigningError } from '../SigningError.ts';

/** Bytes reserved for the CMS in `/Contents`: RSA chain and time stamp take about 8 KB. */
export const CONTENTS_BYTES = 16_384;
/** What stands in `/ByteRange` until the lengths are known; each number is replaced padded with spaces. */
export const BYTE_RANGE_MARK = '9999999999';

export interface ByteRange {
  /** Offset of the `<` of `/Contents`. */
  readonly gapStart: number;
  /** Offset after its `>`. */
  readonly gapEnd: number;
}

/**
 * Finds the placeholder signature dictionary after `from` and writes its `/ByteRange` in place.
 * Throws `signaturePlaceholderMissing` when there is none.
 */
export function fillByteRange(pdf: Buffer, from: number): ByteRange {
  const gapStart = pdf.indexOf(`<${'0'.repeat(64)}`, from, 'latin1');
  const range = pdf.indexOf(BYTE_RANGE_MARK, from, 'latin1');
  const rangeStart = pdf.lastIndexOf('[', range, 'latin1');
  const rangeEnd = pdf.indexOf(']', range, 'latin1') + 1;
  const gapEnd = gapStart + CONTENTS_BYTES * 2 + 2;
  if (gapStart < 0 || range < 0 || rangeStart < from || pdf[gapEnd - 1] !== 0x3e) {
    throw new SigningError(
      'signaturePlaceholderMissing',
      'PDF 中没有签名占位',
      'the signature placeholder is missing from the PDF',
    );
  }
  const text = `[0 ${gapStart} ${gapEnd} ${pdf.length - gapEnd}`;
  pdf.write(`${text.padEnd(rangeEnd - rangeStart - 1)}]`, rangeStart, 'latin1');
  return { gapStart, gapEnd };
}

/** Writes the CMS as hexadecimal into the gap. Throws `signatureTooLong` when it does not fit. */
export function fillContents(pdf: Buffer, range: ByteRange, cms: Uint8Array): void {
  if (cms.length > CONTENTS_BYTES) {
    throw new SigningError('signatureTooLong', '签名数据过长', 'the signature does not fit its place', {
      length: String(cms.length),
    });
  }
  pdf.write(Buffer.from(cms).toString('hex'), range.gapStart + 1, 'latin1');
}
