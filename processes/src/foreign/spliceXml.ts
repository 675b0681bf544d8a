import { type Namespaces, namespacesOf } from './namespaces.ts';
import { commonSubsequence, type Pairs, pairElements } from './pairElements.ts';
import { scanXml, xmlLimits } from './scanXml.ts';
import { engineAliases } from './toEditorXml.ts';
import { layoutOf, writeFresh, type XmlLayout } from './writeFresh.ts';
import { writeAttributes, writeText } from './writeTag.ts';
import { childElements, isXmlElement, type XmlElement, type XmlOther, type XmlTree } from './XmlTree.ts';

interface SpliceInput {
  /** The file as it was opened. */
  readonly original: string;
  /** What the editor wrote for it before any edit. */
  readonly before: string;
  /** What the editor writes now. */
  readonly after: string;
}

/**
 * Writes into the original text only what differs between `before` and `after`: every other byte stays – order and
 * quotes of attributes, prefixes, white space, comments, and whatever the editor does not know and left out of both.
 *
 * Throws XmlRefused when one of the texts is no XML. Whether the result says what `after` says is for the caller to
 * prove (`saveEdited`).
 */
export function spliceXml({ original, before, after }: SpliceInput): string {
  return new Splice(startOf(original, before), scanXml(after)).write();
}

/** The file and what the editor wrote for it, which stay the same from edit to edit. */
interface Start {
  readonly original: XmlTree;
  readonly before: XmlTree;
  /** Element before the edit → the same in the original file. */
  readonly originalOf: Pairs;
}

let last: Start | null = null;

function startOf(original: string, before: string): Start {
  if (last?.original.text === original && last.before.text === before) return last;
  const trees = { original: scanXml(original, xmlLimits, engineAliases), before: scanXml(before) };
  const originalOf = pairElements(trees.before.root, trees.original.root, [before, original]);
  last = { ...trees, originalOf };
  return last;
}

class Splice {
  /** Element after the edit → the same before it → the same in the original file. */
  private readonly beforeOf: Pairs;
  private readonly originalOf: Pairs;
  private readonly afterOf: ReadonlyMap<XmlElement, XmlElement>;
  private readonly beforeOfOriginal: ReadonlyMap<XmlElement, XmlElement>;
  private readonly namespaces: Namespaces;
  private readonly layout: XmlLayout;

  private readonly trees: Readonly<Record<'original' | 'before' | 'after', XmlTree>>;

  constructor({ original, before, originalOf }: Start, after: XmlTree) {
    this.trees = { original, before, after };
    this.beforeOf = pairElements(after.root, before.root, [after.text, before.text]);
    this.originalOf = originalOf;
    this.afterOf = new Map([...this.beforeOf].map(([a, b]) => [b, a]));
    this.beforeOfOriginal = new Map([...this.originalOf].map(([b, o]) => [o, b]));
    this.namespaces = namespacesOf(original.root);
    this.layout = layoutOf(original);
  }

  write(): string {
    const { original, after } = this.trees;
    const own = this.own(after.root);
    if (own === undefined) return after.text;
    const root = this.element(after.root, own);
    const declared = this.namespaces.declarations();
    // Prefixes that the new parts need are declared at the root.
    const opening = own.name.length + 1;
    const written = declared === '' ? root : root.slice(0, opening) + declared + root.slice(opening);
    return original.text.slice(0, own.start) + written + original.text.slice(own.end);
  }

  private own(element: XmlElement): XmlElement | undefined {
    const before = this.beforeOf.get(element);
    return before && this.originalOf.get(before);
  }

  /** Text of an element that the original has: its own text with the differences written in. */
  private element(after: XmlElement, own: XmlElement): string {
    const { original, before: old } = this.trees;
    const before = this.beforeOf.get(after);
    if (before === undefined || this.isUntouched(after, before))
      return original.text.slice(own.start, own.end);
    const opening = writeAttributes({ text: original.text, own, before, after, namespaces: this.namespaces });
    const content = this.content(after, before, own);
    const changed = writeText({ after, before, texts: [this.trees.after.text, old.text] });
    const inner = changed ?? content;
    if (own.openEnd === own.end) {
      return inner === '' ? opening : `${opening.replace(/\s*\/>$/, '>')}${inner}</${own.name}>`;
    }
    return opening + inner + original.text.slice(own.closeStart, own.end);
  }

  private isUntouched(after: XmlElement, before: XmlElement): boolean {
    const { text } = this.trees.before;
    return (
      after.end - after.start === before.end - before.start &&
      this.trees.after.text.startsWith(text.slice(before.start, before.end), after.start)
    );
  }

  private content(after: XmlElement, before: XmlElement, own: XmlElement): string {
    const { text } = this.trees.original;
    const pieces = own.pieces.map((piece) => ({
      text: text.slice(piece.start, piece.end),
      blank: piece.kind === 'text' && text.slice(piece.start, piece.end).trim() === '',
      piece: piece as XmlElement | XmlOther,
      gone: false,
    }));
    const stays = this.staying(after, own);
    for (const entry of pieces) {
      if (!isXmlElement(entry.piece)) continue;
      const old = this.beforeOfOriginal.get(entry.piece);
      // What the editor never saw stays where it is.
      if (old === undefined) continue;
      const now = this.afterOf.get(old);
      if (now !== undefined && stays.has(now)) entry.text = this.element(now, entry.piece);
      else entry.gone = true;
    }
    pieces.forEach((entry, at) => {
      const previous = pieces[at - 1];
      if (entry.gone && isXmlElement(entry.piece)) {
        entry.text = '';
        if (previous?.blank) previous.text = '';
      }
    });
    const written = pieces.map((entry) => entry.text);
    this.insert(after, before, own, stays, pieces, written);
    const inner = written.join('');
    // Nothing but the space before the closing tag is left of an element whose last child went.
    return inner.trim() === '' && pieces.some((entry) => entry.gone) ? '' : inner;
  }

  /** Children that stay where they are: those of the same parent as before, in the same order among each other. */
  private staying(after: XmlElement, own: XmlElement): ReadonlySet<XmlElement> {
    const now = childElements(after).filter((child) => this.own(child)?.parent === own);
    const inFile = now
      .map((child) => ({ child, at: this.own(child)?.start ?? 0 }))
      .sort((a, b) => a.at - b.at)
      .map(({ child }) => child);
    // The editor groups children by kind; only the order among children of one kind is an edit.
    const stays = new Set<XmlElement>();
    const old = (list: readonly XmlElement[]) => {
      const rank = new Map(list.map((child) => [child, this.beforeOf.get(child)?.start ?? 0] as const));
      return [...list].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
    };
    const wasInOrder = old(now);
    if (wasInOrder.every((child, at) => child === now[at])) return new Set(inFile);
    for (const [at] of commonSubsequence(now, wasInOrder)) {
      const child = now[at];
      if (child) stays.add(child);
    }
    return stays;
  }

  /** Writes the children that are new here behind their neighbour. */
  private insert(
    after: XmlElement,
    before: XmlElement,
    own: XmlElement,
    stays: ReadonlySet<XmlElement>,
    pieces: readonly { readonly piece: XmlElement | XmlOther; readonly gone: boolean }[],
    written: string[],
  ): void {
    const { layout } = this;
    const indent = layout.indentOfChildren(own);
    const place = new Map(pieces.map(({ piece }, at) => [piece, at]));
    const children = childElements(after);
    let leading = '';
    let behind: number | null = null;
    for (const [at, child] of children.entries()) {
      if (stays.has(child)) {
        behind = place.get(this.own(child) as XmlElement) ?? behind;
        continue;
      }
      if (this.isInvention(child, before)) continue;
      const known = this.own(child);
      const text = known ? this.element(child, known) : this.fresh(child, own, indent);
      const line = layout.breakBefore(indent) + text;
      if (behind !== null) {
        written[behind] += line;
        continue;
      }
      const next = children.slice(at + 1).find((other) => stays.has(other));
      const following = next && place.get(this.own(next) as XmlElement);
      if (following === undefined) leading += line;
      else {
        // In front of the first one that stays: behind the white space that leads to it.
        written[following] = text + layout.breakBefore(indent) + (written[following] ?? '');
      }
    }
    if (leading === '') return;
    const last = written.length - 1;
    const tail = layout.breakBefore(layout.indentOf(own));
    if (last >= 0 && /^\s*$/.test(written[last] ?? '')) {
      written[last] = leading + (written[last] || tail);
    } else written.push(leading + tail);
  }

  /** Whether the editor had this child before any edit although the file does not. */
  private isInvention(child: XmlElement, parent: XmlElement): boolean {
    const old = this.beforeOf.get(child);
    if (old === undefined || old.parent !== parent || this.originalOf.has(old)) return false;
    const { after, before } = this.trees;
    return after.text.slice(child.start, child.end) === before.text.slice(old.start, old.end);
  }

  private fresh(child: XmlElement, own: XmlElement, indent: string): string {
    return writeFresh({
      element: child,
      text: this.trees.after.text,
      scope: own.scope,
      indent,
      layout: this.layout,
      namespaces: this.namespaces,
      known: (element) => {
        const original = this.own(element);
        return original && this.element(element, original);
      },
    });
  }
}
