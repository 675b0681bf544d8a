import catalogue from './import-notes.json' with { type: 'json' };

export type ImportNoteCode = keyof typeof catalogue;

/**
 * One thing to know before a foreign file is taken in. `refused`: publishing will refuse it; `warning`: to be seen to;
 * `adapted`: changed on the way in; `kept`: not understood and left as it is.
 */
export interface ImportNote {
  readonly code: string;
  readonly level: 'refused' | 'warning' | 'adapted' | 'kept' | 'info';
  /** Id of the BPMN or DMN element, or place of the form component. */
  readonly element?: string | undefined;
  readonly zh: string;
  readonly en: string;
}

export const importNoteCodes = Object.keys(catalogue) as ImportNoteCode[];

/** A note of the catalogue; `{name}` in its sentences is taken from `params`, the English first from `<name>En`. */
export function importNote(
  code: ImportNoteCode,
  params: Readonly<Record<string, string | number>> = {},
  element?: string | null,
): ImportNote {
  const { level, zh, en } = catalogue[code];
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  return {
    code,
    level: level as ImportNote['level'],
    ...(element ? { element } : {}),
    zh: fill(zh),
    en: fill(en),
  };
}
