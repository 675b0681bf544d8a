import { inflate, type Location, type Revision, readIndirectObject } from './crossReference.ts';
import { PdfLexer, PdfSyntaxError } from './PdfLexer.ts';
import type { PdfDictionary, PdfReference, PdfValue } from './pdfObjects.ts';

/** The document as it stood after some revision: every object as that revision's reader sees it. */
export class PdfView {
  readonly trailer: PdfDictionary;
  readonly #bytes: Uint8Array;
  readonly #locations = new Map<number, Location>();
  readonly #objects = new Map<number, PdfValue | undefined>();
  readonly #streams = new Map<number, ReadonlyMap<number, PdfValue>>();
  readonly #loading = new Set<number>();

  /** `revisions` oldest first; the view is of the last of them. */
  constructor(bytes: Uint8Array, revisions: readonly Revision[]) {
    const last = revisions.at(-1);
    if (!last) throw new PdfSyntaxError('no revision');
    this.#bytes = bytes;
    this.trailer = last.trailer;
    for (const revision of revisions) {
      for (const [number, location] of revision.locations) this.#locations.set(number, location);
    }
  }

  location(number: number): Location | undefined {
    return this.#locations.get(number);
  }

  get objectNumbers(): Iterable<number> {
    return this.#locations.keys();
  }

  /** The object with this number; undefined when there is none. */
  object(number: number): PdfValue | undefined {
    if (this.#objects.has(number)) return this.#objects.get(number);
    if (this.#loading.has(number)) throw new PdfSyntaxError('object refers to itself');
    this.#loading.add(number);
    const value = this.#read(number);
    this.#loading.delete(number);
    this.#objects.set(number, value);
    return value;
  }

  /** Follows references, at most a few. */
  resolve(value: PdfValue | undefined): PdfValue | undefined {
    let current = value;
    for (let hops = 0; current?.kind === 'reference'; hops++) {
      if (hops > 8) throw new PdfSyntaxError('reference chain too long');
      current = this.object(current.number);
    }
    return current;
  }

  dictionary(value: PdfValue | undefined): PdfDictionary | undefined {
    const found = this.resolve(value);
    return found?.kind === 'dictionary' ? found : undefined;
  }

  array(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.resolve(value);
    return found?.kind === 'array' ? found.items : [];
  }

  get rootReference(): PdfReference {
    const root = this.trailer.entries.get('Root');
    if (root?.kind !== 'reference') throw new PdfSyntaxError('no catalog');
    return root;
  }

  get catalog(): PdfDictionary {
    const catalog = this.dictionary(this.rootReference);
    if (!catalog) throw new PdfSyntaxError('no catalog');
    return catalog;
  }

  #read(number: number): PdfValue | undefined {
    const location = this.#locations.get(number);
    if (!location || location.in === 'nowhere') return undefined;
    if (location.in === 'objectStream') return this.#objectStream(location.stream).get(number);
    const found = readIndirectObject(this.#bytes, location.offset, (length) => {
      const value = this.object(length);
      return value?.kind === 'number' ? value.value : undefined;
    });
    if (found.number !== number || found.generation !== location.generation) {
      throw new PdfSyntaxError(`object ${number} is not where the cross references say`);
    }
    return found.value;
  }

  #objectStream(number: number): ReadonlyMap<number, PdfValue> {
    const known = this.#streams.get(number);
    if (known) return known;
    const location = this.#locations.get(number);
    if (location?.in !== 'file') throw new PdfSyntaxError('object stream inside an object stream');
    const stream = this.object(number);
    if (stream?.kind !== 'stream') throw new PdfSyntaxError('no object stream');
    const count = stream.dictionary.entries.get('N');
    const first = stream.dictionary.entries.get('First');
    if (count?.kind !== 'number' || first?.kind !== 'number' || count.value > 100_000) {
      throw new PdfSyntaxError('bad object stream');
    }
    const data = inflate(stream);
    const header = new PdfLexer(data, 0);
    const values = new Map<number, PdfValue>();
    for (let index = 0; index < count.value; index++) {
      const member = header.integer();
      const offset = header.integer();
      if (values.has(member)) throw new PdfSyntaxError('object stream holds an object twice');
      values.set(member, new PdfLexer(data, first.value + offset).value());
    }
    this.#streams.set(number, values);
    return values;
  }
}
