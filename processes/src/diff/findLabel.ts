import { type Label, type LabelSection, labelSections } from './diffTexts.ts';

interface Pattern {
  readonly anywhere: boolean;
  readonly segments: readonly string[];
  readonly label: Label;
  /** Whether the last segment stands for any key: an entry of a list or record that has a name of its own. */
  readonly entry: boolean;
}

interface Index {
  readonly byKey: ReadonlyMap<string, readonly Pattern[]>;
  /** Patterns that end with a wildcard: all there is for a key that no pattern names. */
  readonly open: readonly Pattern[];
}

const indexed = new Map<LabelSection, Index>();

/**
 * What the data file says about a path, the first pattern that fits; undefined for a key that it does not know.
 * In patterns `*` is any key, `en:*` any key that begins with `en.`, and `**` in front any depth.
 */
export function findLabel(
  section: LabelSection,
  keys: readonly string[],
): (Label & { entry: boolean }) | undefined {
  const found = patternsFor(section, keys.at(-1) ?? '').find(({ anywhere, segments }) => {
    if (anywhere ? keys.length < segments.length : keys.length !== segments.length) return false;
    const tail = keys.slice(keys.length - segments.length);
    return segments.every((segment, at) => fits(segment, tail[at] ?? ''));
  });
  return found === undefined ? undefined : { ...found.label, entry: found.entry };
}

/** The nearest label of the path or of a place above it for which `test` holds. */
export function findAbove(
  section: LabelSection,
  keys: readonly string[],
  test: (label: Label) => boolean,
): Label | undefined {
  for (let length = keys.length; length > 0; length -= 1) {
    const label = findLabel(section, keys.slice(0, length));
    if (label !== undefined && test(label)) return label;
  }
  return undefined;
}

function fits(segment: string, key: string): boolean {
  if (segment === '*') return true;
  return segment.endsWith(':*') ? key.startsWith(segment.slice(0, -2).concat('.')) : segment === key;
}

/** Patterns whose last segment can be this key, in the order of the file. */
function patternsFor(section: LabelSection, key: string): readonly Pattern[] {
  const { byKey, open } = indexOf(section);
  return byKey.get(key) ?? open;
}

function indexOf(section: LabelSection): Index {
  const known = indexed.get(section);
  if (known !== undefined) return known;
  const patterns = Object.entries(labelSections[section]).map(([text, label]): Pattern => {
    const parts = text.split('.');
    const anywhere = parts[0] === '**';
    const segments = anywhere ? parts.slice(1) : parts;
    return { anywhere, segments, label, entry: parts.at(-1) === '*' };
  });
  const last = ({ segments }: Pattern) => segments.at(-1) ?? '';
  const isOpen = (pattern: Pattern) => last(pattern).endsWith('*');
  const keys = new Set(patterns.filter((pattern) => !isOpen(pattern)).map(last));
  const byKey = new Map(
    [...keys].map((key) => [key, patterns.filter((pattern) => isOpen(pattern) || last(pattern) === key)]),
  );
  const index = { byKey, open: patterns.filter(isOpen) };
  indexed.set(section, index);
  return index;
}
