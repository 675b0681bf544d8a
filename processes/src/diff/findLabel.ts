import { type Label, type LabelSection, labelSections } from './diffTexts.ts';

interface Pattern {
  readonly anywhere: boolean;
  readonly segments: readonly string[];
  readonly label: Label;
  /** Whether the last segment stands for any key: an entry of a list or record that has a name of its own. */
  readonly entry: boolean;
}

const compiled = new Map<LabelSection, readonly Pattern[]>();

/**
 * What the data file says about a path, the first pattern that fits; undefined for a key that it does not know.
 * In patterns `*` is any key, `en:*` any key that begins with `en.`, and `**` in front any depth.
 */
export function findLabel(
  section: LabelSection,
  keys: readonly string[],
): (Label & { entry: boolean }) | undefined {
  const found = patternsOf(section).find(({ anywhere, segments }) => {
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

function patternsOf(section: LabelSection): readonly Pattern[] {
  const known = compiled.get(section);
  if (known !== undefined) return known;
  const patterns = Object.entries(labelSections[section]).map(([text, label]) => {
    const parts = text.split('.');
    const anywhere = parts[0] === '**';
    return {
      anywhere,
      segments: anywhere ? parts.slice(1) : parts,
      label,
      entry: parts.at(-1) === '*',
    };
  });
  compiled.set(section, patterns);
  return patterns;
}
