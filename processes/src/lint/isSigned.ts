import { parseSource } from '../schema/sourceSchema.ts';
import type { PackUnderLint } from './LintContext.ts';
import { isRecord } from './readForm.ts';

/** Whether a source is a field that people sign. */
export function isSigned(source: string, { manifest, forms }: PackUnderLint): boolean {
  const { step, pointer } = parseSource(source);
  const form = step === null ? undefined : forms.get(manifest.steps[step]?.form ?? '');
  const properties = form?.fields.find((field) => field.path === pointer)?.component['properties'];
  return isRecord(properties) && properties['signature'] === 'true';
}
