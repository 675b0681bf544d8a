import type { CaseChange } from '../cases/changeCase.ts';
import { AppError, type FieldProblem } from '../errors/appError.ts';
import { type ChangeReason, changedKnown, type KnownValues } from './knownValue.ts';

/** Why fields that were filled in say something else now, by key of the field. */
export type GivenReasons = Record<string, { key: ChangeReason; note?: string | undefined }>;

/**
 * Takes the reasons into what is known: one for each field that differs, the others are dropped. Which field was changed and
 * why is recorded on the case, without values. Returns whether anything is to be saved.
 */
export function giveReasons(options: {
  change: CaseChange;
  known: KnownValues;
  data: Readonly<Record<string, unknown>>;
  given: GivenReasons;
  by: string;
}): boolean {
  const { change, known, data, given, by } = options;
  const changed = new Set(changedKnown(known, data));
  let touched = false;
  for (const [field, value] of Object.entries(known)) {
    const reason = given[field];
    if (!changed.has(field)) {
      if (value.reason === undefined) continue;
      delete value.reason;
      touched = true;
    } else if (reason !== undefined) {
      const note = reason.note ?? '';
      if (value.reason?.key === reason.key && value.reason.note === note) continue;
      if (value.reason?.key !== reason.key)
        change.event('prefillChanged', { field, knownSource: value.source, changeReason: reason.key });
      value.reason = { key: reason.key, note, at: change.now.toISOString(), by };
      touched = true;
    }
  }
  return touched;
}

/** The fields that were changed and for which nobody has said why. */
export function missingReasons(known: KnownValues, data: Readonly<Record<string, unknown>>): FieldProblem[] {
  return changedKnown(known, data)
    .filter((field) => known[field]?.reason === undefined)
    .map((field) => ({
      path: field,
      pointer: `/${field}`,
      rule: 'changeReason',
      message: new AppError('changeReasonMissing', { params: { ref: known[field]?.ref ?? '' } }).both(),
    }));
}
