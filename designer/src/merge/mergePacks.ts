import type { YamlPath } from '../model/manifest.ts';
import { editManifest, MANIFEST } from '../model/manifest.ts';
import { leafChanges, sameValue, valueAt } from './leafChanges.ts';

type Files = ReadonlyMap<string, string>;

/** Both have changed the same thing in different ways. */
export interface MergeConflict {
  readonly file: string;
  /** Place in pack.yaml; null for a file as a whole. */
  readonly key: YamlPath | null;
  /** The two texts, as they stand; undefined: deleted. */
  readonly mine: string | undefined;
  readonly theirs: string | undefined;
  /** What is written when theirs is taken. */
  readonly value: unknown;
}

export interface Merge {
  /** Mine, with everything of theirs that does not touch the same. */
  readonly files: Files;
  /** What was taken over from theirs: files, and places in pack.yaml. */
  readonly taken: readonly string[];
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Brings two works on a pack together that began from the same files: a file that only one has changed is theirs or mine,
 * pack.yaml is merged by its keys (lists and texts as a whole), with my comments and order kept. Never throws for what the
 * files hold: where pack.yaml cannot be read it counts as a whole.
 */
export function mergePacks(base: Files, mine: Files, theirs: Files): Merge {
  const files = new Map(mine);
  const taken: string[] = [];
  const conflicts: MergeConflict[] = [];
  for (const file of [...new Set([...base.keys(), ...mine.keys(), ...theirs.keys()])].sort()) {
    const [before, own, other] = [base.get(file), mine.get(file), theirs.get(file)];
    if (own === other || other === before) continue;
    if (own === before) {
      taken.push(file);
      if (other === undefined) files.delete(file);
      else files.set(file, other);
      continue;
    }
    const texts = [before, own, other];
    const merged =
      file === MANIFEST && texts.every((text) => text !== undefined)
        ? mergeManifest(before ?? '', own ?? '', other ?? '')
        : null;
    if (merged === null) {
      conflicts.push({ file, key: null, mine: own, theirs: other, value: other });
      continue;
    }
    files.set(file, merged.text);
    taken.push(...merged.taken);
    conflicts.push(...merged.conflicts);
  }
  return { files, taken, conflicts };
}

/** The merged files with theirs where it was chosen; `choices` in the order of the conflicts. */
export function resolveMerge({ files, conflicts }: Merge, choices: readonly ('mine' | 'theirs')[]): Files {
  const resolved = new Map(files);
  conflicts.forEach(({ file, key, theirs, value }, at) => {
    if (choices[at] !== 'theirs') return;
    if (key !== null) resolved.set(file, editManifest(resolved.get(file) ?? '', key, value));
    else if (theirs === undefined) resolved.delete(file);
    else resolved.set(file, theirs);
  });
  return resolved;
}

function mergeManifest(before: string, own: string, other: string) {
  try {
    const changes = leafChanges(before, other);
    let text = own;
    const taken: string[] = [];
    const conflicts: MergeConflict[] = [];
    for (const { path, value } of changes) {
      const [was, is] = [valueAt(before, path), valueAt(own, path)];
      if (sameValue(is, value)) continue;
      if (sameValue(is, was) && valueAt(own, path.slice(0, -1)) !== undefined) {
        text = editManifest(text, path, value);
        taken.push(`${MANIFEST} › ${path.join('.')}`);
      } else conflicts.push({ file: MANIFEST, key: path, mine: written(is), theirs: written(value), value });
    }
    return { text, taken, conflicts };
  } catch {
    return null;
  }
}

function written(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
