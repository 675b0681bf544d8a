import { isRecord } from '../lint/readForm.ts';
import type { DiffArea, Words } from './changeSchema.ts';
import type { PathPart } from './compareTrees.ts';
import { areaWords, joinWords, type LabelSection, same, word, wordsOf } from './diffTexts.ts';
import { findAbove, findLabel } from './findLabel.ts';
import { SHORT } from './limitKey.ts';

export interface Place {
  readonly element: string;
  readonly name: Words;
  readonly property: { readonly key: string; readonly label: Words };
}

const separator = same(' › ');

/**
 * Splits a path into the thing that people know by name (a step, a material, a field) and its property. A path
 * without such a thing belongs to `root`.
 */
export function placeOf(section: LabelSection, path: readonly PathPart[], root: Words): Place {
  const last = path.findLastIndex((_, at) => isEntry(section, path, at));
  const split = last >= 0 ? last + 1 : path.length > 1 ? 1 : 0;
  const head = path.slice(0, split);
  return {
    element: head.map(({ key }) => key).join('.'),
    name: split === 0 ? root : labelOfPath(section, head),
    property: propertyOf(section, path, split),
  };
}

/** The property that a path names, from its part `from` on. */
export function propertyOf(section: LabelSection, path: readonly PathPart[], from = 0): Place['property'] {
  const keys = path.slice(from).map(({ key }) => key);
  return {
    key: keys.filter((key) => key !== SHORT).join('.'),
    label: labelOfPath(section, path, from),
  };
}

/** Area of a path in the manifest: what the nearest place above it says. */
export function areaOfPath(path: readonly PathPart[]): DiffArea {
  const area = findAbove('manifest', keysOf(path), (label) => label.area !== undefined)?.area;
  return area !== undefined && Object.hasOwn(areaWords, area) ? (area as DiffArea) : 'manifest';
}

/** Whether a path is a name, a text that is read, or a look: it changes no case. */
export function isWording(section: LabelSection, path: readonly PathPart[]): boolean {
  return findAbove(section, keysOf(path), ({ wording }) => wording === true) !== undefined;
}

export function keysOf(path: readonly PathPart[]): string[] {
  return path.map(({ key }) => key);
}

/** Labels of a path one behind the other; the list above a named entry and hidden places are left out. */
function labelOfPath(section: LabelSection, path: readonly PathPart[], from = 0): Words {
  const parts = path.map((part, at): Words => {
    if (at < from || isEntry(section, path, at + 1)) return same('');
    const label = findLabel(section, keysOf(path.slice(0, at + 1)));
    if (label?.hidden === true) return same('');
    if (!isEntry(section, path, at)) return label === undefined ? same(part.key) : wordsOf(label);
    const name = nameOfNode(part);
    return label?.entry === true ? word('named', { type: wordsOf(label), name }) : name;
  });
  return joinWords(parts, separator);
}

/** Whether a part is an entry of a list or of a record of named things, with a name of its own. */
function isEntry(section: LabelSection, path: readonly PathPart[], at: number): boolean {
  if (at < 1 || at >= path.length) return false;
  if (Array.isArray(path[at - 1]?.node)) return true;
  return findLabel(section, keysOf(path.slice(0, at + 1)))?.entry === true;
}

function nameOfNode({ key, node }: PathPart): Words {
  if (!isRecord(node)) return same(key);
  for (const property of ['name', 'title', 'text', 'label']) {
    const value = node[property];
    if (typeof value === 'string' && value !== '') return same(value);
    if (isRecord(value) && typeof value['zh-CN'] === 'string' && typeof value['en'] === 'string') {
      return { 'zh-CN': value['zh-CN'], en: value['en'] };
    }
  }
  return same(key);
}
