import { deflateSync } from 'node:zlib';
import type { PDFContext, PDFRawStream } from 'pdf-lib';

type Entries = NonNullable<Parameters<PDFContext['stream']>[1]>;

/** A stream compressed natively: several times as fast as pdf-lib's own in JavaScript. */
export function deflated(context: PDFContext, content: string, entries: Entries = {}): PDFRawStream {
  const data = deflateSync(Buffer.from(content, 'latin1'));
  return context.stream(data, { ...entries, Filter: 'FlateDecode' });
}
