import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { SubmissionDocument } from '../cases/model.ts';

export const changeReasons = ['recordWrong', 'changedSince', 'differentHere'] as const;
export type ChangeReason = (typeof changeReasons)[number];

/** What government knew about a field of an application when it was filled in for the applicant. */
export interface KnownValue {
  value: unknown;
  /** Where it is known from; what was only typed for this very case (`person`) may be changed without a reason. */
  source: 'license' | 'case' | 'card' | 'person';
  /** Number of the license or earlier case. */
  ref?: string;
  /** Day of issue or receipt (Shanghai). */
  day?: string;
  /** Why the applicant says something else now. */
  reason?: { key: ChangeReason; note: string; at: string; by: string };
}

/** By key of the field; sealed with the application, because the values are personal. */
export type KnownValues = Record<string, KnownValue>;

/** What was filled in for the applicant in this application. */
export function knownOf(
  app: AppContext,
  submission: Pick<SubmissionDocument, '_id' | 'sealedKnown'>,
): KnownValues {
  return submission.sealedKnown === undefined
    ? {}
    : app.cipher.open<KnownValues>(submission.sealedKnown, submission._id);
}

/** Keeps it with the application. */
export async function saveKnown(options: {
  app: AppContext;
  session: ClientSession;
  submissionId: string;
  known: KnownValues;
}): Promise<void> {
  const { app, session, submissionId, known } = options;
  await app.models.submissions.updateOne(
    { _id: submissionId },
    { $set: { sealedKnown: app.cipher.seal(known, submissionId) } },
    { session },
  );
}

/** The fields in which the application now says something else than was known, where that needs a reason. */
export function changedKnown(known: KnownValues, data: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(known)
    .filter(([key, { source, value }]) => source !== 'person' && !sameValue(value, data[key]))
    .map(([key]) => key);
}

/** Nothing and an empty text are the same. */
export function sameValue(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) => JSON.stringify(value === undefined || value === null ? '' : value);
  return plain(one) === plain(other);
}
