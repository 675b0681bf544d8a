import type { ChangeKind, DiffArea, Words } from './changeSchema.ts';
import texts from './diff-texts.json' with { type: 'json' };

interface Entry {
  readonly zh: string;
  readonly en: string;
}

/** What the data file says about a place in a file. */
export interface Label extends Entry {
  /** Left out of composed labels: what stands above it says enough. */
  readonly hidden?: boolean;
  /** Area of this place and everything below it. */
  readonly area?: string;
  /** This place and everything below it changes no case: a name, a text that is read, a look. */
  readonly wording?: boolean;
  readonly value?: string;
  /** The list of the manifest whose keys stand here: shown by their names. */
  readonly names?: string;
  readonly values?: Readonly<Record<string, Entry>>;
}

export type LabelSection = keyof typeof texts.labels;
export type DiffWord = keyof typeof texts.words;
export type DiffSentence = keyof typeof texts.sentences;

export const labelSections: Readonly<Record<LabelSection, Readonly<Record<string, Label>>>> = texts.labels;

export const areaWords: Readonly<Record<DiffArea, Words>> = mapWords(texts.areas);
export const kindWords: Readonly<Record<ChangeKind, Words>> = mapWords(texts.kinds);

/** A word of the comparison; `{name}` places are filled in both languages. */
export function word(key: DiffWord, params: Readonly<Record<string, Words | string | number>> = {}): Words {
  return fill(texts.words[key], params);
}

/** A sentence around the comparison, filled likewise. */
export function sentence(
  key: DiffSentence,
  params: Readonly<Record<string, Words | string | number>> = {},
): Words {
  return fill(texts.sentences[key], params);
}

/** What a type of BPMN or DMN element is called; its own name for one that is not in the data. */
export function typeWords(type: string): Words {
  const known: Readonly<Record<string, Entry>> = texts.types;
  const found = Object.hasOwn(known, type) ? known[type] : undefined;
  return found === undefined ? same(type) : wordsOf(found);
}

/** The same in both languages: a name or a text of the pack itself. */
export function same(text: string): Words {
  return { 'zh-CN': text, en: text };
}

export function wordsOf({ zh, en }: Entry): Words {
  return { 'zh-CN': zh, en };
}

/** Several words one behind the other; empty ones are left out. */
export function joinWords(parts: readonly Words[], separator: Words): Words {
  const join = (language: keyof Words) =>
    parts
      .map((part) => part[language])
      .filter((text) => text !== '')
      .join(separator[language]);
  return { 'zh-CN': join('zh-CN'), en: join('en') };
}

function mapWords<Key extends string>(entries: Readonly<Record<Key, Entry>>): Readonly<Record<Key, Words>> {
  const mapped = Object.entries<Entry>(entries).map(([key, entry]) => [key, wordsOf(entry)]);
  return Object.fromEntries(mapped) as Record<Key, Words>;
}

function fill(entry: Entry, params: Readonly<Record<string, Words | string | number>>): Words {
  const put = (text: string, language: keyof Words) =>
    text.replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = Object.hasOwn(params, name) ? params[name] : undefined;
      if (value === undefined) return place;
      return typeof value === 'object' ? value[language] : String(value);
    });
  return { 'zh-CN': put(entry.zh, 'zh-CN'), en: put(entry.en, 'en') };
}
