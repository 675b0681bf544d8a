import { inflateSync } from 'node:zlib';
import { isSpace, latin, PdfLexer, PdfSyntaxError } from './PdfLexer.ts';
import type { PdfDictionary, PdfStream, PdfValue } from './pdfObjects.ts';
import { isName } from './pdfObjects.ts';

/** Where an object is: at an offset, inside an object stream, or deleted. */
export type Location =
  | { readonly in: 'file'; readonly offset: number; readonly generation: number }
  | { readonly in: 'objectStream'; readonly stream: number; readonly index: number }
  | { readonly in: 'nowhere' };

/** One revision: its cross-reference section, and the bytes it added. */
export interface Revision {
  /** Offset that its `startxref` names. */
  readonly xrefOffset: number;
  /** Offset after its cross-reference data (trailer dictionary or stream object). */
  readonly xrefEnd: number;
  /** Offset after its `%%EOF` and end of line. */
  readonly end: number;
  readonly locations: ReadonlyMap<number, Location>;
  readonly trailer: PdfDictionary;
}

const MAX_REVISIONS = 100;
const MAX_OBJECTS = 500_000;
const MAX_INFLATED = 64 * 1024 * 1024;

/**
 * Follows `startxref` and `/Prev` back to the first revision. Returns revisions oldest first.
 * Throws PdfSyntaxError when the chain is broken, runs forward, or hides a hybrid section (`/XRefStm`).
 */
export function readRevisions(bytes: Uint8Array): Revision[] {
  const revisions: Revision[] = [];
  let next: number | undefined = lastStartXref(bytes, bytes.length);
  let limit = bytes.length;
  let objects = 0;
  while (next !== undefined) {
    if (revisions.length >= MAX_REVISIONS) throw new PdfSyntaxError('too many revisions');
    if (next >= limit || next < 0) throw new PdfSyntaxError('cross references do not run backwards');
    limit = next;
    const section = readSection(bytes, next);
    objects += section.locations.size;
    if (objects > MAX_OBJECTS) throw new PdfSyntaxError('too many objects');
    if (section.trailer.entries.has('XRefStm')) throw new PdfSyntaxError('hybrid cross references');
    revisions.unshift({
      xrefOffset: next,
      xrefEnd: section.end,
      end: endOfRevision(bytes, section.end, next),
      locations: section.locations,
      trailer: section.trailer,
    });
    const previous: PdfValue | undefined = section.trailer.entries.get('Prev');
    if (previous !== undefined && previous.kind !== 'number') throw new PdfSyntaxError('bad /Prev');
    next = previous?.value;
  }
  return revisions;
}

/** The offset after `startxref` in the last kilobyte before `end`. */
export function lastStartXref(bytes: Uint8Array, end: number): number {
  const tail = latin(bytes, Math.max(0, end - 1024), end);
  const match = /startxref[\r\n\t ]+(\d{1,12})[\r\n\t ]+%%EOF[\r\n]{0,2}$/.exec(tail);
  if (!match) throw new PdfSyntaxError('the file does not end with startxref and %%EOF');
  return Number(match[1]);
}

function endOfRevision(bytes: Uint8Array, from: number, xrefOffset: number): number {
  const window = latin(bytes, from, from + 200);
  const match = /^[\r\n\t ]*startxref[\r\n\t ]+(\d{1,12})[\r\n\t ]+%%EOF(\r\n|\r|\n)?/.exec(window);
  // an empty line more may follow in signed files; whoever signed it covered it
  if (!match || Number(match[1]) !== xrefOffset)
    throw new PdfSyntaxError('revision without its own startxref');
  return from + match[0].length;
}

interface Section {
  locations: Map<number, Location>;
  trailer: PdfDictionary;
  end: number;
}

function readSection(bytes: Uint8Array, offset: number): Section {
  const lexer = new PdfLexer(bytes, offset);
  if (isSpace(bytes[offset])) throw new PdfSyntaxError('startxref points to white space');
  return lexer.peekWord() === 'xref' ? readTable(lexer) : readXrefStream(bytes, offset);
}

function readTable(lexer: PdfLexer): Section {
  const locations = new Map<number, Location>();
  lexer.expect('xref');
  while (lexer.peekWord() !== 'trailer') {
    const first = lexer.integer();
    const count = lexer.integer();
    if (first < 0 || count < 0 || first + count > MAX_OBJECTS)
      throw new PdfSyntaxError('bad xref subsection');
    for (let number = first; number < first + count; number++) {
      const offset = lexer.integer();
      const generation = lexer.integer();
      const type = lexer.peekWord();
      lexer.expect(type);
      if (type !== 'n' && type !== 'f') throw new PdfSyntaxError('bad xref entry');
      if (locations.has(number)) throw new PdfSyntaxError('object listed twice');
      locations.set(number, type === 'n' ? { in: 'file', offset, generation } : { in: 'nowhere' });
    }
  }
  lexer.expect('trailer');
  const trailer = lexer.dictionary();
  return { locations, trailer, end: lexer.position };
}

function readXrefStream(bytes: Uint8Array, offset: number): Section {
  const { value, end } = readIndirectObject(bytes, offset, () => undefined);
  if (value.kind !== 'stream' || !isName(value.dictionary.entries.get('Type'), 'XRef')) {
    throw new PdfSyntaxError('startxref names no cross-reference section');
  }
  const data = inflate(value);
  const widths = numbers(value.dictionary.entries.get('W'));
  const size = value.dictionary.entries.get('Size');
  const [w0 = 0, w1 = 0, w2 = 0] = widths;
  const width = w0 + w1 + w2;
  if (widths.length !== 3 || width === 0 || widths.some((w) => w < 0 || w > 6) || size?.kind !== 'number') {
    throw new PdfSyntaxError('bad cross-reference stream');
  }
  const index = value.dictionary.entries.has('Index')
    ? numbers(value.dictionary.entries.get('Index'))
    : [0, size.value];
  const locations = new Map<number, Location>();
  let at = 0;
  const field = (length: number): number => {
    let result = 0;
    for (let i = 0; i < length; i++) result = result * 256 + (data[at++] ?? 0);
    return result;
  };
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const first = index[pair] ?? 0;
    const count = index[pair + 1] ?? 0;
    if (first + count > MAX_OBJECTS || at + count * width > data.length)
      throw new PdfSyntaxError('bad /Index');
    for (let number = first; number < first + count; number++) {
      const type = w0 === 0 ? 1 : field(w0);
      const [a, b] = [field(w1), field(w2)];
      if (locations.has(number)) throw new PdfSyntaxError('object listed twice');
      if (type === 1) locations.set(number, { in: 'file', offset: a, generation: b });
      else if (type === 2) locations.set(number, { in: 'objectStream', stream: a, index: b });
      else locations.set(number, { in: 'nowhere' });
    }
  }
  return { locations, trailer: value.dictionary, end };
}

/** Reads `n g obj … endobj` at an offset. `length` resolves an indirect stream length. */
export function readIndirectObject(
  bytes: Uint8Array,
  offset: number,
  length: (number: number) => number | undefined,
): { number: number; generation: number; value: PdfValue; end: number } {
  const lexer = new PdfLexer(bytes, offset);
  if (offset < 0 || offset >= bytes.length) throw new PdfSyntaxError('object outside the file');
  const number = lexer.integer();
  const generation = lexer.integer();
  lexer.expect('obj');
  let value = lexer.value();
  if (lexer.peekWord() === 'stream') {
    if (value.kind !== 'dictionary') throw new PdfSyntaxError('stream without dictionary');
    value = readStream(lexer, value, length);
  }
  lexer.expect('endobj');
  return { number, generation, value, end: lexer.position };
}

function readStream(
  lexer: PdfLexer,
  dictionary: PdfDictionary,
  length: (n: number) => number | undefined,
): PdfStream {
  lexer.expect('stream');
  if (lexer.bytes[lexer.position] === 13) lexer.position++;
  if (lexer.bytes[lexer.position] === 10) lexer.position++;
  const declared = dictionary.entries.get('Length');
  const size =
    declared?.kind === 'number'
      ? declared.value
      : declared?.kind === 'reference'
        ? length(declared.number)
        : undefined;
  if (
    size === undefined ||
    !Number.isInteger(size) ||
    size < 0 ||
    lexer.position + size > lexer.bytes.length
  ) {
    throw new PdfSyntaxError('bad stream length');
  }
  const data = lexer.bytes.subarray(lexer.position, lexer.position + size);
  lexer.position += size;
  lexer.expect('endstream');
  return { kind: 'stream', dictionary, data };
}

/** Data of an unfiltered or flate stream, PNG predictors undone, at most 64 MiB. */
export function inflate(stream: PdfStream): Uint8Array {
  const filter = stream.dictionary.entries.get('Filter');
  if (filter === undefined) return stream.data;
  const only = filter.kind === 'array' && filter.items.length === 1 ? filter.items[0] : filter;
  if (!isName(only, 'FlateDecode')) throw new PdfSyntaxError('structure behind an unknown filter');
  const data = inflateSync(stream.data, { maxOutputLength: MAX_INFLATED });
  const parameters = stream.dictionary.entries.get('DecodeParms');
  const given = parameters?.kind === 'array' ? parameters.items[0] : parameters;
  if (given?.kind !== 'dictionary') return data;
  const predictor = given.entries.get('Predictor');
  if (predictor?.kind !== 'number' || predictor.value < 2) return data;
  const columns = given.entries.get('Columns');
  return undoPngPredictor(data, columns?.kind === 'number' ? columns.value : 1);
}

function undoPngPredictor(data: Uint8Array, columns: number): Uint8Array {
  if (!Number.isInteger(columns) || columns < 1 || columns > 65_536)
    throw new PdfSyntaxError('bad predictor');
  const rows = Math.floor(data.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const type = data[row * (columns + 1)] ?? 0;
    if (type !== 0 && type !== 2) throw new PdfSyntaxError('unsupported predictor');
    for (let column = 0; column < columns; column++) {
      const raw = data[row * (columns + 1) + 1 + column] ?? 0;
      const above = type === 2 && row > 0 ? (out[(row - 1) * columns + column] ?? 0) : 0;
      out[row * columns + column] = (raw + above) & 255;
    }
  }
  return out;
}

function numbers(value: PdfValue | undefined): number[] {
  if (value?.kind !== 'array') return [];
  return value.items.map((item) =>
    item.kind === 'number' && Number.isInteger(item.value) ? item.value : -1,
  );
}
