import { parseSource } from '../schema/sourceSchema.ts';
import type { ManifestUnderLint } from './LintContext.ts';

/** What the product gives beside the forms. */
const known: Readonly<Record<string, readonly string[]>> = {
  applicant: ['/kind', '/name', '/idType', '/idNumber', '/phone', '/legalRepresentative'],
  agent: ['/name', '/idNumber', '/phone'],
  area: ['/town', '/village'],
  case: ['/caseNo', '/operation', '/receivedAt', '/acceptedAt', '/decidedAt'],
  external: ['/number', '/status', '/state'],
};

/**
 * Whether a source leads to something: a field that every form of the application has, of a step, or a known value. An
 * operation about an existing license need not ask for what stands on it: the license keeps it (`changedContent`).
 */
export function sourceExists(source: string, { manifest, forms }: ManifestUnderLint): boolean {
  const { origin, step, pointer } = parseSource(source);
  const inForm = (path: string) =>
    forms.get(path)?.fields.some((field) => field.input && field.path === pointer) ?? true;
  if (origin === 'intake') {
    const asked = manifest.operations.filter(({ requiresLicense }) => !requiresLicense);
    return (asked.length > 0 ? asked : manifest.operations).every(({ intakeForm }) => inForm(intakeForm));
  }
  if (origin === 'license') return true;
  if (origin !== 'step') return known[origin]?.includes(pointer) ?? false;
  const form = step === null ? undefined : manifest.steps[step]?.form;
  return form !== undefined && inForm(form);
}
