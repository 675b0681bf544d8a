import { propertyOf, same, type Words } from '@onewindow/processes/diff';
import type { YamlPath } from '../model/manifest.ts';
import { editManifest, MANIFEST } from '../model/manifest.ts';
import { apartIds } from './bpmn/apartIds.ts';
import { mergeBpmn } from './bpmn/mergeBpmn.ts';
import { mergeDmn } from './dmn/mergeDmn.ts';
import { mergeForm } from './form/mergeForm.ts';
import { leafChanges, sameValue, valueAt } from './leafChanges.ts';
import type { Choice, FileMerge } from './parts/FileMerge.ts';

type Files = ReadonlyMap<string, string>;

/** Both have changed the same thing in different ways. */
export interface MergeConflict {
  readonly file: string;
  /** Place in pack.yaml; null for a file as a whole and for a part of one (`element`). */
  readonly key: YamlPath | null;
  /** What it is, in words: the file and place in pack.yaml, or element and property. */
  readonly name: Words;
  /** What both say, in words or as it stands; undefined: deleted. */
  readonly mine: Words | undefined;
  readonly theirs: Words | undefined;
  /** What is written when theirs is taken; for a part, what `element` tells. */
  readonly value: unknown;
  /** The question in a process, form or decision file that this is; left out for others. */
  readonly element?: string;
}

export interface Merge {
  /** Mine, with everything of theirs that does not touch the same. */
  readonly files: Files;
  /** What was taken over from theirs, in words: files, places in pack.yaml, elements. */
  readonly taken: readonly Words[];
  readonly conflicts: readonly MergeConflict[];
  /** Files that are merged by their parts: processes by element, forms by field, decision tables by row. */
  readonly byParts: ReadonlyMap<string, FileMerge>;
}

/**
 * Brings two works on a pack together that began from the same files: a file that only one has changed is theirs or mine,
 * pack.yaml is merged by its keys (lists and texts as a whole), a process by its elements, a form by its fields, a decision table by
 * its rows and columns, all with my comments and order kept. Never throws for what the files hold: what cannot be read counts as a whole.
 */
export function mergePacks(base: Files, mine: Files, given: Files): Merge {
  const processes = [...mine.keys()].filter((file) => file.endsWith('.bpmn'));
  const theirs = processes.reduce((files, file) => apartIds(base, mine, files, file), given);
  const merge = {
    files: new Map(mine),
    taken: [] as Words[],
    conflicts: [] as MergeConflict[],
    byParts: new Map<string, FileMerge>(),
  };
  for (const file of [...new Set([...base.keys(), ...mine.keys(), ...theirs.keys()])].sort()) {
    const [before, own, other] = [base.get(file), mine.get(file), theirs.get(file)];
    if (own === other || other === before) continue;
    if (own === before) {
      merge.taken.push(same(file));
      if (other === undefined) merge.files.delete(file);
      else merge.files.set(file, other);
      continue;
    }
    if (before === undefined || own === undefined || other === undefined || !mergeParts()) {
      const [said, heard] = [own, other].map((text) => (text === undefined ? undefined : same(text)));
      merge.conflicts.push({ file, key: null, name: same(file), mine: said, theirs: heard, value: other });
    }
    function mergeParts(): boolean {
      const texts = { file, before: before ?? '', own: own ?? '', other: other ?? '' };
      if (file === MANIFEST) return mergeManifest(texts, merge);
      const merger = Object.entries(mergers).find(([ending]) => file.endsWith(ending))?.[1];
      return merger !== undefined && mergeByParts(merger, texts, merge);
    }
  }
  return merge;
}

/** The merged files with theirs where it was chosen; `choices` in the order of the conflicts. */
export function resolveMerge({ files, conflicts, byParts }: Merge, choices: readonly Choice[]): Files {
  const resolved = new Map(files);
  conflicts.forEach(({ file, key, theirs, value, element }, at) => {
    if (choices[at] !== 'theirs' || element !== undefined) return;
    if (key !== null) resolved.set(file, editManifest(resolved.get(file) ?? '', key, value));
    else if (theirs === undefined) resolved.delete(file);
    else resolved.set(file, String(value));
  });
  for (const [file, parts] of byParts) {
    const chosen = new Map<string, Choice>();
    conflicts.forEach(({ file: of, element }, at) => {
      if (of === file && element !== undefined) chosen.set(element, choices[at] ?? 'mine');
    });
    resolved.set(file, parts.write(chosen));
  }
  return resolved;
}

interface Texts {
  readonly file: string;
  readonly before: string;
  readonly own: string;
  readonly other: string;
}

interface Merging {
  readonly files: Map<string, string>;
  readonly taken: Words[];
  readonly conflicts: MergeConflict[];
  readonly byParts: Map<string, FileMerge>;
}

/** By the ending of the file. */
const mergers: Readonly<Record<string, (base: string, mine: string, theirs: string) => FileMerge | null>> = {
  '.bpmn': mergeBpmn,
  '.dmn': mergeDmn,
  '.json': mergeForm,
};

/** False where a file cannot be merged by its parts. */
function mergeByParts(
  merger: (base: string, mine: string, theirs: string) => FileMerge | null,
  { file, before, own, other }: Texts,
  merge: Merging,
): boolean {
  try {
    const found = merger(before, own, other);
    if (found === null) return false;
    merge.files.set(file, found.write(new Map()));
    merge.byParts.set(file, found);
    merge.taken.push(...found.taken);
    for (const { key, name, mine, theirs } of found.conflicts)
      merge.conflicts.push({
        file,
        key: null,
        name,
        mine: mine ?? undefined,
        theirs: theirs ?? undefined,
        value: undefined,
        element: key,
      });
    return true;
  } catch {
    return false;
  }
}

/** False where pack.yaml cannot be read. */
function mergeManifest({ file, before, own, other }: Texts, merge: Merging): boolean {
  try {
    const changes = leafChanges(before, other);
    let text = own;
    const taken: Words[] = [];
    const conflicts: MergeConflict[] = [];
    for (const { path, value } of changes) {
      const [was, is] = [valueAt(before, path), valueAt(own, path)];
      if (sameValue(is, value)) continue;
      const name = nameOf([own, other, before], path);
      if (sameValue(is, was) && valueAt(own, path.slice(0, -1)) !== undefined) {
        text = editManifest(text, path, value);
        taken.push(name);
      } else conflicts.push({ file, key: path, name, mine: written(is), theirs: written(value), value });
    }
    merge.files.set(file, text);
    merge.taken.push(...taken);
    merge.conflicts.push(...conflicts);
    return true;
  } catch {
    return false;
  }
}

/** What a place of pack.yaml is called: “环节“审查” › 办理时限”. */
function nameOf(texts: readonly string[], path: YamlPath): Words {
  const [text = ''] = texts.filter((one) => valueAt(one, path.slice(0, -1)) !== undefined);
  const parts = path.map((key, at) => ({ key: String(key), node: valueAt(text, path.slice(0, at + 1)) }));
  const { label } = propertyOf('manifest', parts);
  return label['zh-CN'] === '' ? same(path.join('.')) : label;
}

function written(value: unknown): Words | undefined {
  if (value === undefined) return undefined;
  return same(typeof value === 'string' ? value : JSON.stringify(value, null, 2));
}
