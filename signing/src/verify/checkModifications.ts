import { type Revision, readIndirectObject } from './crossReference.ts';
import { latin, PdfSyntaxError } from './PdfLexer.ts';
import { PdfView } from './PdfView.ts';
import { isName, type PdfDictionary, type PdfValue, sameValue } from './pdfObjects.ts';
import { Refusal } from './reasons.ts';

/**
 * Refuses every change that revision `index` makes to the document except those DocMDP P=2 allows: new signature
 * fields, filling of existing form fields, validation data (DSS). Works on objects, so it does not matter what a
 * change would look like. Throws Refusal.
 */
export function checkModifications(bytes: Uint8Array, revisions: readonly Revision[], index: number): void {
  const revision = revisions[index];
  const previous = revisions[index - 1];
  if (!revision || !previous) return;
  const before = new PdfView(bytes, revisions.slice(0, index));
  const after = new PdfView(bytes, revisions.slice(0, index + 1));
  refuseHiddenBytes(bytes, previous.end, revision, after);
  for (const key of ['Root', 'Info', 'Encrypt']) {
    const value = revision.trailer.entries.get(key);
    if (value !== undefined && !sameValue(value, before.trailer.entries.get(key)))
      throw changed(`trailer /${key}`);
  }
  if (!revision.trailer.entries.has('Root')) throw changed('trailer /Root');
  new Comparison(before, after).check(revision);
}

const changed = (what: string): Refusal => new Refusal('objectChanged', what);

/** Every byte a revision adds belongs to an object that its cross references list, or to these themselves. */
function refuseHiddenBytes(bytes: Uint8Array, start: number, revision: Revision, view: PdfView): void {
  const spans: [number, number][] = [[revision.xrefOffset, revision.end]];
  for (const [number, location] of revision.locations) {
    if (location.in !== 'file' || location.offset === revision.xrefOffset) continue;
    if (location.offset < start)
      throw new Refusal('hiddenBytes', `object ${number} lies in an earlier revision`);
    const { end } = readIndirectObject(bytes, location.offset, (length) => {
      const value = view.object(length);
      return value?.kind === 'number' ? value.value : undefined;
    });
    spans.push([location.offset, end]);
  }
  spans.sort((a, b) => a[0] - b[0]);
  let at = start;
  for (const [from, to] of spans) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is white space in PDF (ISO 32000 table 1)
    if (from < at || !/^[\x00\t\n\f\r ]*$/.test(latin(bytes, at, from)))
      throw new Refusal('hiddenBytes', `at ${at}`);
    at = to;
  }
  if (at !== revision.end) throw new Refusal('hiddenBytes', `at ${at}`);
}

/** Keys that filling in or signing a field changes. */
const fillKeys = new Set(['V', 'AS', 'AP', 'M', 'I']);
/** All that a new signature field may have: no actions, no children. */
const signatureFieldKeys = new Set([
  'Type',
  'Subtype',
  'FT',
  'T',
  'TU',
  'TM',
  'V',
  'F',
  'Ff',
  'P',
  'Rect',
  'AP',
  'AS',
  'MK',
  'DA',
  'Q',
  'BS',
  'Border',
  'Lock',
  'SV',
  'NM',
  'M',
  'C',
]);

class Comparison {
  readonly #before: PdfView;
  readonly #after: PdfView;
  /** What each object of the earlier document may turn into, by number. */
  readonly #rules = new Map<number, (old: PdfValue, now: PdfValue) => void>();

  constructor(before: PdfView, after: PdfView) {
    this.#before = before;
    this.#after = after;
  }

  check(revision: Revision): void {
    this.#collectRules();
    const dangling = this.#danglingReferences();
    for (const [number, location] of revision.locations) {
      if (number === 0) continue;
      const old = this.#before.object(number);
      if (location.in === 'nowhere') {
        if (old !== undefined) throw new Refusal('objectDeleted', `object ${number}`);
        continue;
      }
      const now = this.#after.object(number);
      if (now === undefined) throw new PdfSyntaxError('listed object is missing');
      if (old === undefined) {
        if (dangling.has(number)) throw changed(`object ${number} was referred to before it existed`);
        continue;
      }
      if (sameValue(old, now)) continue;
      const rule = this.#rules.get(number);
      if (!rule) throw changed(`object ${number}`);
      rule(old, now);
    }
  }

  #collectRules(): void {
    const before = this.#before;
    const { catalog } = before;
    this.#rules.set(before.rootReference.number, (old, now) =>
      this.#catalog(dictionary(old), dictionary(now)),
    );
    const form = catalog.entries.get('AcroForm');
    this.#own(form, (old, now) => this.#form(dictionary(old), dictionary(now)));
    const fields = before.dictionary(form)?.entries.get('Fields');
    this.#own(fields, (old, now) => this.#extended(old, now, false));
    for (const field of before.array(fields)) this.#fieldRules(field, 0);
    for (const number of before.objectNumbers) {
      const page = before.object(number);
      if (page?.kind !== 'dictionary' || !isName(page.entries.get('Type'), 'Page')) continue;
      this.#rules.set(number, (old, now) => this.#page(dictionary(old), dictionary(now)));
      this.#own(page.entries.get('Annots'), (old, now) => this.#extended(old, now, true));
    }
    this.#validationRules(catalog.entries.get('DSS'));
  }

  #own(value: PdfValue | undefined, rule: (old: PdfValue, now: PdfValue) => void): void {
    if (value?.kind === 'reference') this.#rules.set(value.number, rule);
  }

  #fieldRules(value: PdfValue, depth: number): void {
    const field = this.#before.dictionary(value);
    if (!field || depth > 20) return;
    this.#own(value, (old, now) => this.#filled(dictionary(old), dictionary(now)));
    for (const kid of this.#before.array(field.entries.get('Kids'))) this.#fieldRules(kid, depth + 1);
  }

  /** The dictionaries and lists of a DSS may grow; its streams stay. */
  #validationRules(value: PdfValue | undefined): void {
    const visit = (part: PdfValue | undefined, depth: number): void => {
      const found = this.#before.resolve(part);
      if (depth > 4 || (found?.kind !== 'dictionary' && found?.kind !== 'array')) return;
      this.#own(part, (_, now) => this.#validationData(now, 0));
      for (const inner of found.kind === 'array' ? found.items : found.entries.values())
        visit(inner, depth + 1);
    };
    visit(value, 0);
  }

  #catalog(old: PdfDictionary, now: PdfDictionary): void {
    for (const key of keysOf(old, now)) {
      const [a, b] = [old.entries.get(key), now.entries.get(key)];
      if (sameValue(a, b)) continue;
      if (key === 'Perms') throw new Refusal('permissionsChanged');
      if (key === 'AcroForm' && b) {
        this.#refuseTakenOver(a, b);
        this.#form(this.#before.dictionary(a) ?? empty, dictionary(this.#after.resolve(b)));
      } else if (key === 'DSS' && b) {
        this.#refuseTakenOver(a, b);
        this.#validationData(b, 0);
      } else if (key !== 'Extensions' && key !== 'Version') throw changed(`catalog /${key}`);
    }
  }

  #form(old: PdfDictionary, now: PdfDictionary): void {
    for (const key of keysOf(old, now)) {
      const [a, b] = [old.entries.get(key), now.entries.get(key)];
      if (sameValue(a, b) || key === 'SigFlags') continue;
      if (key === 'Fields' && b) {
        this.#refuseTakenOver(a, b);
        this.#extended(this.#before.resolve(a) ?? none, this.#after.resolve(b) ?? none, false);
      } else if (!((key === 'DR' || key === 'DA') && a === undefined)) throw changed(`AcroForm /${key}`);
    }
  }

  #page(old: PdfDictionary, now: PdfDictionary): void {
    for (const key of keysOf(old, now)) {
      const [a, b] = [old.entries.get(key), now.entries.get(key)];
      if (sameValue(a, b)) continue;
      if (key !== 'Annots' || !b) throw changed(`page /${key}`);
      this.#refuseTakenOver(a, b);
      this.#extended(this.#before.resolve(a) ?? none, this.#after.resolve(b) ?? none, true);
    }
  }

  /** A list that only gained new signature fields at its end. */
  #extended(old: PdfValue, now: PdfValue, onPage: boolean): void {
    if (old.kind !== 'array' || now.kind !== 'array') throw changed('list of fields');
    if (!old.items.every((item, index) => sameValue(item, now.items[index]))) throw changed('list of fields');
    for (const item of now.items.slice(old.items.length)) {
      if (item.kind !== 'reference') throw changed('field without an object of its own');
      // a field that existed unplaced may not be moved onto a page later
      if (this.#before.object(item.number) !== undefined) throw changed('existing object made a field');
      const field = dictionary(this.#after.object(item.number));
      const strange = [...field.entries.keys()].find((key) => !signatureFieldKeys.has(key));
      if (strange) throw changed(`new field with /${strange}`);
      if (!isName(field.entries.get('FT'), 'Sig')) throw changed('new field that is no signature');
      if (onPage && !isName(field.entries.get('Subtype'), 'Widget')) throw changed('new annotation');
    }
  }

  #filled(old: PdfDictionary, now: PdfDictionary): void {
    const signed = isName(old.entries.get('FT'), 'Sig') && old.entries.has('V');
    for (const key of keysOf(old, now)) {
      if (sameValue(old.entries.get(key), now.entries.get(key))) continue;
      if (signed || !fillKeys.has(key)) throw changed(`field /${key}`);
      const value = now.entries.get(key);
      if (value?.kind === 'reference') this.#refuseTakenOver(undefined, value);
    }
  }

  /** Validation data refers to new objects, or to what the DSS already held. */
  #validationData(value: PdfValue, depth: number): void {
    if (depth > 6) throw changed('validation data nested too deeply');
    if (value.kind === 'reference') {
      if (this.#before.object(value.number) !== undefined) {
        if (!this.#isKnownValidationData(value.number)) throw changed('validation data takes over an object');
        return;
      }
      const found = this.#after.object(value.number);
      if (found && found.kind !== 'stream') this.#validationData(found, depth + 1);
    } else if (value.kind === 'array') {
      for (const item of value.items) this.#validationData(item, depth + 1);
    } else if (value.kind === 'dictionary') {
      for (const item of value.entries.values()) this.#validationData(item, depth + 1);
    }
  }

  #known: Set<number> | undefined;

  #isKnownValidationData(number: number): boolean {
    if (!this.#known) {
      const known = new Set<number>();
      const visit = (value: PdfValue | undefined, depth: number): void => {
        if (value === undefined || depth > 6) return;
        if (value.kind === 'reference') {
          known.add(value.number);
          const found = this.#before.object(value.number);
          if (found?.kind !== 'stream') visit(found, depth + 1);
        } else if (value.kind === 'array') for (const item of value.items) visit(item, depth + 1);
        else if (value.kind === 'dictionary')
          for (const item of value.entries.values()) visit(item, depth + 1);
      };
      visit(this.#before.catalog.entries.get('DSS'), 0);
      this.#known = known;
    }
    return this.#known.has(number);
  }

  /** A structural entry may be re-pointed only to an object that did not exist before. */
  #refuseTakenOver(old: PdfValue | undefined, now: PdfValue): void {
    if (now.kind !== 'reference' || sameValue(old, now)) return;
    if (this.#before.object(now.number) !== undefined) throw changed('existing object in a new role');
  }

  /** Numbers the earlier document refers to without having them: filling them in would change it. */
  #danglingReferences(): Set<number> {
    const dangling = new Set<number>();
    const visit = (value: PdfValue): void => {
      if (value.kind === 'reference') {
        if (this.#before.object(value.number) === undefined) dangling.add(value.number);
      } else if (value.kind === 'array') value.items.forEach(visit);
      else if (value.kind === 'dictionary') for (const item of value.entries.values()) visit(item);
      else if (value.kind === 'stream') visit(value.dictionary);
    };
    for (const number of this.#before.objectNumbers) {
      const value = this.#before.object(number);
      if (value) visit(value);
    }
    return dangling;
  }
}

const none: PdfValue = { kind: 'array', items: [] };
const empty: PdfDictionary = { kind: 'dictionary', entries: new Map() };

function dictionary(value: PdfValue | undefined): PdfDictionary {
  if (value?.kind !== 'dictionary') throw changed('dictionary replaced by something else');
  return value;
}

const keysOf = (a: PdfDictionary, b: PdfDictionary): Set<string> =>
  new Set([...a.entries.keys(), ...b.entries.keys()]);
