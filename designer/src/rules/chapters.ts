import type { Manifest } from '../model/manifest.ts';

/** Parts of pack.yaml that have a page of rules, in the order of the list. */
export const chapterKeys = [
  'fees',
  'publication',
  'refusalReasons',
  'intakeVariables',
  'checks',
  'commitment',
  'hearing',
  'joint',
  'payment',
  'appeal',
  'externalSystem',
  'theme',
  'themes',
  'dispatch',
] as const;
export type ChapterKey = (typeof chapterKeys)[number];

/** Parts that a chapter edits besides the one it is named after. */
export const besides: Readonly<Partial<Record<ChapterKey, readonly string[]>>> = {
  externalSystem: ['handling'],
};

/** Parts that belong to one kind of item only. */
const onlyFor: Readonly<Partial<Record<ChapterKey, string>>> = {
  theme: 'theme',
  dispatch: 'dispatch',
  payment: 'benefit',
};

/** Chapters that suit the kind of item, and those that are set anyway. */
export function chaptersFor(manifest: Manifest): ChapterKey[] {
  const written = manifest as unknown as Readonly<Record<string, unknown>>;
  const kind = written['kind'];
  return chapterKeys.filter(
    (key) =>
      isSet(written[key]) ||
      (onlyFor[key] === undefined
        ? kind !== 'theme' || ['appeal', 'refusalReasons', 'intakeVariables'].includes(key)
        : onlyFor[key] === kind),
  );
}

export function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}
