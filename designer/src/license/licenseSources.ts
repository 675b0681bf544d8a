import type { Manifest, Text } from '../model/manifest.ts';
import { type OfferedField, readFormFields } from './readFormFields.ts';

/** The part of pack.yaml about the license, as written. */
export interface WrittenLicense {
  readonly name?: Text;
  readonly template?: string;
  readonly numberFormat?: string;
  readonly validity?: unknown;
  readonly fields?: Readonly<Record<string, unknown>>;
  /** Signatures that it prints: key → where they are signed. */
  readonly pictures?: Readonly<Record<string, string>>;
}

export const licenseOf = (manifest: Manifest): WrittenLicense | undefined =>
  (manifest as { license?: WrittenLicense }).license;

/** Where a field of the license takes its value: `intake:/address`, or with `as`. */
export function sourceOf(bound: unknown): string {
  if (typeof bound === 'string') return bound;
  const from = (bound as { from?: unknown } | null | undefined)?.from;
  return typeof from === 'string' ? from : '';
}

export interface OfferedSource extends OfferedField {
  readonly source: string;
  /** Key of the step; null: the application. */
  readonly step: string | null;
}

/** Every field of the application forms and of the steps' forms, each pointer once an origin. */
export function offeredSources(manifest: Manifest, files: ReadonlyMap<string, string>): OfferedSource[] {
  const found = new Map<string, OfferedSource>();
  const take = (form: string | undefined, origin: string, step: string | null) => {
    for (const field of readFormFields(files.get(form ?? '') ?? '')) {
      const source = `${origin}:${field.pointer}`;
      if (!found.has(source)) found.set(source, { ...field, source, step });
    }
  };
  for (const operation of manifest.operations ?? []) take(operation.intakeForm, 'intake', null);
  for (const [key, step] of Object.entries(manifest.steps ?? {})) take(step.form, `step.${key}`, key);
  return [...found.values()];
}

/** A choice is printed by its label, not by its value. */
export function boundTo({ source, type }: OfferedSource): unknown {
  return ['select', 'radio', 'selectboxes'].includes(type)
    ? { from: source, as: 'label' }
    : type === 'datetime' || type === 'day'
      ? { from: source, as: 'day' }
      : source;
}
