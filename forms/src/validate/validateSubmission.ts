import {
  type FieldProblem,
  type FileReference,
  type FormData,
  type FormDefinition,
  isObject,
  type Locale,
} from '../model/formDefinition.ts';
import { type Field, readFields } from '../model/readFields.ts';
import { checkFacts, type Facts } from './checkFacts.ts';
import { checkFiles } from './checkFiles.ts';
import { checkValue } from './checkValue.ts';
import { checkWithFormio } from './checkWithFormio.ts';
import { describeProblem, writePath } from './describeProblem.ts';
import { dropHidden } from './dropHidden.ts';
import { lockedFields } from './lockedFields.ts';
import { type Found, type Segments, shapeData } from './shapeData.ts';
import { visitFields } from './visitFields.ts';

export interface Submission extends Facts {
  readonly form: FormDefinition;
  readonly data: unknown;
  /** `draft` asks only that what is there has the right kind and size; `submit` asks for a complete, right form. */
  readonly mode: 'submit' | 'draft';
  readonly locale: Locale;
  /** Top-level keys that this user may write; left out: all that the form does not disable. */
  readonly writableKeys?: readonly string[];
  /** What is stored now: the value of every field that the user may not write. */
  readonly stored?: FormData;
  /** Credit codes that somebody has compared with the original: genuine old ones fail the check character. */
  readonly confirmedCodes?: readonly string[];
  /** The uploaded files that the form may name, by id; left out: not checked. */
  readonly knownFiles?: ReadonlyMap<string, FileReference>;
}

export interface Checked {
  readonly ok: boolean;
  /** What may be stored: only declared, visible, writable fields, each in the normal form of its type. */
  readonly data: FormData;
  readonly errors: FieldProblem[];
}

/** The same check as {@link validateSubmission}, in one go. */
export function checkSubmission(submission: Submission): Checked {
  const { form, data: sent, locale } = submission;
  const fields = readFields(form);
  if (!isObject(sent)) {
    const problem = describeProblem(
      { label: '表单', properties: { en: 'The form' } },
      [],
      { rule: 'type.form' },
      locale,
    );
    return { ok: false, data: {}, errors: [problem] };
  }
  const found: Found[] = [];
  const locked = lockedFields(fields);
  const writable = (field: Field, segments: Segments): boolean =>
    !locked.has(field) &&
    (submission.writableKeys === undefined || submission.writableKeys.includes(String(segments[0])));
  const data = shapeData(fields, sent, submission.stored ?? {}, { writable, found });
  const hidden = dropHidden(form, data);
  const shown = found.filter(({ segments }) => !isBelowHidden(segments, hidden));
  const wrong = new Set(shown.map(({ segments }) => writePath(segments).path));
  if (submission.mode === 'submit') {
    visitFields(fields, data, [], (field, segments, value) => {
      const path = writePath(segments).path;
      if (hidden.has(path) || wrong.has(path) || !writable(field, segments)) return;
      const breach = checkValue(field, value) ?? checkFacts(field, value, submission);
      const excused =
        breach?.rule === 'uscc.checkCharacter' && submission.confirmedCodes?.includes(String(value)) === true;
      if (breach !== null && !excused) shown.push({ field, segments, breach });
    });
  }
  if (submission.knownFiles !== undefined)
    shown.push(...checkFiles(fields, data, submission.knownFiles, writable));
  const errors = inFormOrder(fields, shown).map((entry) =>
    describeProblem(entry.field.component, entry.segments, entry.breach, locale),
  );
  if (errors.length === 0 && submission.mode === 'submit')
    errors.push(...checkWithFormio(form, data, locale));
  return { ok: errors.length === 0, data, errors };
}

/**
 * Checks a submission against its form and returns what may be stored and every problem in words. Runs no code of the
 * form's author and takes time linear in the size of the submission.
 */
export async function validateSubmission(submission: Submission): Promise<Checked> {
  return checkSubmission(submission);
}

function isBelowHidden(segments: Segments, hidden: Set<string>): boolean {
  return segments.some((_, at) => hidden.has(writePath(segments.slice(0, at + 1)).path));
}

/** As the user sees the form: by field, rows in turn. */
function inFormOrder(fields: readonly Field[], found: readonly Found[]): Found[] {
  const order = new Map<Field, number>();
  const number = (within: readonly Field[]): void => {
    for (const field of within) {
      order.set(field, order.size);
      number(field.children);
    }
  };
  number(fields);
  const rows = (entry: Found) => entry.segments.filter((part) => typeof part === 'number');
  const compareRows = (a: readonly number[], b: readonly number[]): number => (a[0] ?? -1) - (b[0] ?? -1);
  return [...found].sort((a, b) => {
    const sameGrid = a.segments[0] === b.segments[0];
    const byRow = sameGrid ? compareRows(rows(a) as number[], rows(b) as number[]) : 0;
    return byRow !== 0 ? byRow : (order.get(a.field) ?? 0) - (order.get(b.field) ?? 0);
  });
}
