import { findUnsafe } from '@onewindow/forms';
import type { Locale } from '../model/packFiles.ts';
import { type CopyTexts, copyTexts } from './copyTexts.ts';

/** What was copied: the elements as bpmn-js describes them, by depth, with what their packs say about the steps. */
export interface FlowCopy {
  readonly format: 'onewindow/flow';
  readonly version: 1;
  readonly tree: Readonly<Record<string, readonly CopiedElement[]>>;
  /** Entries of `steps` in pack.yaml, by the id of the task. */
  readonly steps: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Forms that they name: path → text. */
  readonly files: Readonly<Record<string, string>>;
}

export interface CopiedElement {
  readonly id: string;
  readonly [name: string]: unknown;
}

/** The longest text that is read: a flow of 300 elements with its forms takes a tenth of it. */
const LONGEST = 5_000_000;

/** Reads a copied text. Gives the copy, or in words why it is not taken. */
export function readCopy(text: string, locale: Locale): { copy: FlowCopy } | { problem: string } {
  const texts = copyTexts[locale];
  if (text.length > LONGEST) return { problem: texts.foreign };
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return { problem: texts.foreign };
  }
  if (!isCopy(read)) return { problem: texts.foreign };
  const rules = new Set([...refusedParts(read.tree, texts.rules), ...refusedForms(read.files, locale)]);
  return rules.size > 0 ? { problem: texts.refused([...rules].join('；')) } : { copy: read };
}

function isCopy(value: unknown): value is FlowCopy {
  const { format, version, tree, steps, files } = (value ?? {}) as Record<string, unknown>;
  return (
    format === 'onewindow/flow' &&
    version === 1 &&
    isRecord(tree) &&
    Object.values(tree).every((level) => Array.isArray(level) && level.every(isElement)) &&
    isRecord(steps) &&
    Object.values(steps).every(isRecord) &&
    isRecord(files) &&
    Object.entries(files).every(
      ([path, text]) => /^forms\/[\w.-]+\.json$/.test(path) && typeof text === 'string',
    )
  );
}

function isElement(value: unknown): boolean {
  return isRecord(value) && typeof value['id'] === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Rules = CopyTexts['rules'];

/** What the engine's parse guard refuses, by the local name of a type or of an attribute. */
const refusedTypes: Readonly<Record<string, Exclude<keyof Rules, 'form'>>> = {
  scriptTask: 'scriptTask',
  script: 'script',
  executionListener: 'listener',
  taskListener: 'listener',
  connector: 'connector',
  formData: 'formData',
  formField: 'formData',
  field: 'class',
};
const refusedAttributes: Readonly<Record<string, Exclude<keyof Rules, 'form'>>> = {
  class: 'class',
  delegateExpression: 'expression',
  expression: 'expression',
  scriptFormat: 'script',
  variableMappingClass: 'class',
  variableMappingDelegateExpression: 'expression',
  formHandlerClass: 'class',
};

function* refusedParts(part: unknown, rules: Rules): Generator<string> {
  if (Array.isArray(part)) {
    for (const entry of part) yield* refusedParts(entry, rules);
    return;
  }
  if (!isRecord(part)) return;
  const local = (name: string) => {
    const last = name.slice(name.indexOf(':') + 1);
    return last.charAt(0).toLowerCase() + last.slice(1);
  };
  const type = typeof part['$type'] === 'string' ? refusedTypes[local(part['$type'])] : undefined;
  if (type !== undefined) yield rules[type];
  for (const [name, value] of Object.entries(part)) {
    const attribute = typeof value === 'string' ? refusedAttributes[local(name)] : undefined;
    if (attribute !== undefined && part['$type'] !== undefined) yield rules[attribute];
    yield* refusedParts(value, rules);
  }
}

function* refusedForms(files: FlowCopy['files'], locale: Locale): Generator<string> {
  const { form } = copyTexts[locale].rules;
  for (const [path, text] of Object.entries(files)) {
    try {
      for (const found of findUnsafe(JSON.parse(text)))
        yield form(path, locale === 'en' ? found.en : found.zh);
    } catch {
      yield form(path, 'JSON');
    }
  }
}
