import { listFields } from '@onewindow/forms';
import { type BoundField, parseSource } from '@onewindow/processes';
import { chineseDate } from '@onewindow/signing';
import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument, SubmissionDocument } from '../cases/model.ts';
import { dataOf, personOf } from '../cases/personOf.ts';
import { fieldAt } from '../catalog/fieldAt.ts';
import { readPointer } from '../catalog/readVariables.ts';
import type { LicenseContent } from './licenseContent.ts';
import type { LicenseDocument } from './model.ts';

/** Everything of a case that a pack may bind to: read once, then asked by source. */
export interface CaseFacts {
  values: Readonly<Record<string, unknown>>;
  /** Form of each origin (`intake`, `step.x`), for labels of choices. */
  forms: Readonly<Record<string, unknown>>;
}

/** Gathers the facts of a case: persons, application, latest submission of each step, the license it is about. */
export async function gatherFacts(
  app: AppContext,
  subject: CaseDocument,
  session?: ClientSession,
): Promise<CaseFacts> {
  const submissions = (await app.models.submissions
    .find({ tenant: app.tenant, caseId: subject._id }, null, { session: session ?? null })
    .sort({ at: 1 })
    .lean()) as SubmissionDocument[];
  const values: Record<string, unknown> = {
    ...personOf(app, subject),
    area: areaNames(app, subject),
    case: {
      caseNo: subject.caseNo,
      receivedAt: subject.receivedAt?.toISOString(),
      acceptedAt: subject.acceptedAt?.toISOString(),
      decidedAt: subject.decision?.at.toISOString(),
      operation: subject.operation,
    },
  };
  if (subject.external !== undefined) {
    const { number, status, state } = subject.external;
    values['external'] = { number, status, state };
  }
  const forms: Record<string, unknown> = {};
  for (const submission of submissions) {
    const origin = submission.stepKey === 'intake' ? 'intake' : `step.${submission.stepKey}`;
    values[origin] = dataOf(app, submission);
    const loaded = await app.packs.version(subject.packCode, submission.packVersion);
    forms[origin] = loaded.form(submission.formPath);
  }
  if (subject.licenseId !== undefined) {
    const license = (await app.models.licenses
      .findOne({ _id: subject.licenseId, tenant: app.tenant })
      .lean()) as LicenseDocument | null;
    if (license !== null)
      values['license'] = app.cipher.open<LicenseContent>(license.sealedContent, license._id);
  }
  return { values, forms };
}

/** The value at a source, or undefined. */
export function readSource(facts: CaseFacts, source: string): unknown {
  const { origin, step, pointer } = parseSource(source);
  return readPointer(facts.values[step === null ? origin : `step.${step}`], pointer);
}

/** The value of a bound field, written out as the pack says. Absent values are empty. */
export function writeOut(facts: CaseFacts, field: BoundField): string {
  const value = readSource(facts, field.from);
  if (value === undefined || value === null) return '';
  if (field.as === 'day') return chineseDate(String(value));
  if (field.as === 'label') return labelsOf(facts, field.from, value);
  return Array.isArray(value) ? value.join('；') : String(value);
}

function labelsOf(facts: CaseFacts, source: string, value: unknown): string {
  const { origin, step, pointer } = parseSource(source);
  const form = facts.forms[step === null ? origin : `step.${step}`];
  const fields = form === undefined ? [] : listFields(form as never);
  const options = fieldAt(fields, pointer)?.options ?? [];
  return chosen(value)
    .map((choice) => options.find((option) => String(option.value) === choice)?.label['zh-CN'] ?? choice)
    .join('；');
}

/** Chosen values of a select, radio or select boxes (`{a: true, b: false}`). */
function chosen(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .filter(([, on]) => on === true)
      .map(([key]) => key);
  }
  return [String(value)];
}

function areaNames(app: AppContext, subject: CaseDocument): Record<string, string> {
  return Object.fromEntries(
    Object.entries(subject.area).map(([key, id]) => [key, app.organisation.findDepartment(id)?.name ?? id]),
  );
}
