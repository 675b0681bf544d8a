import type { PdfDictionary, PdfText, PdfValue } from './pdfObjects.ts';

/** The file is not a PDF that this strict reader accepts; the message is for the log. */
export class PdfSyntaxError extends Error {}

const MAX_DEPTH = 60;
const delimiters = new Set([...'()<>[]{}/%'].map((c) => c.charCodeAt(0)));
export const isSpace = (byte: number | undefined): boolean =>
  byte === 0 || byte === 9 || byte === 10 || byte === 12 || byte === 13 || byte === 32;
const isRegular = (byte: number | undefined): boolean =>
  byte !== undefined && !isSpace(byte) && !delimiters.has(byte);

/** Reads PDF values at a position (ISO 32000 section 7.3), strictly, with bounded depth. Throws PdfSyntaxError. */
export class PdfLexer {
  readonly bytes: Uint8Array;
  position: number;

  constructor(bytes: Uint8Array, position: number) {
    this.bytes = bytes;
    this.position = position;
  }

  /** Skips white space and, unless `comments` is false, comments. */
  skip(comments = true): void {
    for (;;) {
      const byte = this.bytes[this.position];
      if (isSpace(byte)) this.position++;
      else if (comments && byte === 0x25) this.#skipComment();
      else return;
    }
  }

  /** The next run of regular characters without consuming it. */
  peekWord(): string {
    this.skip();
    let end = this.position;
    while (isRegular(this.bytes[end]) && end - this.position < 128) end++;
    return latin(this.bytes, this.position, end);
  }

  /** Consumes exactly this keyword. */
  expect(word: string): void {
    this.skip();
    const end = this.position + word.length;
    if (latin(this.bytes, this.position, end) !== word || isRegular(this.bytes[end])) {
      throw new PdfSyntaxError(`expected ${word} at ${this.position}`);
    }
    this.position = end;
  }

  integer(): number {
    const word = this.peekWord();
    if (!/^[+-]?\d{1,15}$/.test(word)) throw new PdfSyntaxError(`expected an integer at ${this.position}`);
    this.position += word.length;
    return Number(word);
  }

  value(depth = 0): PdfValue {
    if (depth > MAX_DEPTH) throw new PdfSyntaxError('nested too deeply');
    this.skip();
    const byte = this.bytes[this.position];
    if (byte === 0x2f) return { kind: 'name', value: this.#name() };
    if (byte === 0x28) return this.#literal();
    if (byte === 0x5b) return this.#array(depth);
    if (byte === 0x3c) return this.bytes[this.position + 1] === 0x3c ? this.dictionary(depth) : this.#hex();
    return this.#word();
  }

  dictionary(depth = 0): PdfDictionary {
    this.skip();
    if (latin(this.bytes, this.position, this.position + 2) !== '<<') {
      throw new PdfSyntaxError(`expected a dictionary at ${this.position}`);
    }
    this.position += 2;
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.skip();
      if (latin(this.bytes, this.position, this.position + 2) === '>>') break;
      if (this.bytes[this.position] !== 0x2f) throw new PdfSyntaxError(`expected a key at ${this.position}`);
      const key = this.#name();
      // readers differ on which of two equal keys counts: a hiding place, so refused
      if (entries.has(key)) throw new PdfSyntaxError(`key ${key} given twice`);
      entries.set(key, this.value(depth + 1));
    }
    this.position += 2;
    return { kind: 'dictionary', entries };
  }

  #array(depth: number): PdfValue {
    this.position++;
    const items: PdfValue[] = [];
    for (;;) {
      this.skip();
      if (this.bytes[this.position] === 0x5d) break;
      items.push(this.value(depth + 1));
    }
    this.position++;
    return { kind: 'array', items };
  }

  #word(): PdfValue {
    const word = this.peekWord();
    if (word === '') throw new PdfSyntaxError(`expected a value at ${this.position}`);
    const reference = /^\d+$/.test(word) ? this.#reference() : undefined;
    if (reference) return reference;
    this.position += word.length;
    if (word === 'null') return { kind: 'null' };
    if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true' };
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return { kind: 'number', value: Number(word) };
    throw new PdfSyntaxError(`unknown word at ${this.position}`);
  }

  #reference(): PdfValue | undefined {
    const window = latin(this.bytes, this.position, this.position + 40);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is white space in PDF (ISO 32000 table 1)
    const match = /^(\d{1,10})[\x00\t\n\f\r ]+(\d{1,5})[\x00\t\n\f\r ]+R(?![^\x00\t\n\f\r ()<>[\]{}/%])/.exec(
      window,
    );
    if (!match) return undefined;
    this.position += match[0].length;
    return { kind: 'reference', number: Number(match[1]), generation: Number(match[2]) };
  }

  #name(): string {
    this.position++;
    const start = this.position;
    while (isRegular(this.bytes[this.position])) this.position++;
    return latin(this.bytes, start, this.position).replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }

  #literal(): PdfText {
    const start = this.position++;
    const out: number[] = [];
    for (let depth = 1; ; this.position++) {
      const byte = this.bytes[this.position];
      if (byte === undefined) throw new PdfSyntaxError('string without end');
      if (byte === 0x5c) this.#escape(out);
      else {
        if (byte === 0x28) depth++;
        if (byte === 0x29 && --depth === 0) break;
        out.push(byte);
      }
    }
    this.position++;
    return { kind: 'string', bytes: Uint8Array.from(out), hex: false, start, end: this.position };
  }

  /** At a backslash; leaves the position on the last character of the escape. */
  #escape(out: number[]): void {
    const next = this.bytes[++this.position];
    const octal = /^[0-7]{1,3}/.exec(latin(this.bytes, this.position, this.position + 3));
    if (octal) {
      out.push(Number.parseInt(octal[0], 8) & 255);
      this.position += octal[0].length - 1;
    } else if (next === 0x0d) {
      if (this.bytes[this.position + 1] === 0x0a) this.position++;
    } else if (next !== undefined && next !== 0x0a) {
      out.push({ n: 10, r: 13, t: 9, b: 8, f: 12 }[String.fromCharCode(next)] ?? next);
    }
  }

  #hex(): PdfText {
    const start = this.position;
    const end = this.bytes.indexOf(0x3e, start);
    if (end < 0) throw new PdfSyntaxError('string without end');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is white space in PDF (ISO 32000 table 1)
    const digits = latin(this.bytes, start + 1, end).replace(/[\x00\t\n\f\r ]/g, '');
    if (/[^0-9a-fA-F]/.test(digits)) throw new PdfSyntaxError(`not hexadecimal at ${start}`);
    this.position = end + 1;
    const bytes = Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
    return { kind: 'string', bytes, hex: true, start, end: this.position };
  }

  #skipComment(): void {
    while (this.position < this.bytes.length) {
      const byte = this.bytes[this.position];
      if (byte === 10 || byte === 13) return;
      this.position++;
    }
  }
}

export function latin(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end);
}
