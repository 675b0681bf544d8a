/** The listed reason that was chosen in the form's `reasonCode`; undefined where there is none. */
export function reasonCodeOf({ reasonCode }: Record<string, unknown>): string | undefined {
  return typeof reasonCode === 'string' && reasonCode !== '' ? reasonCode : undefined;
}

/** The reason an applicant is told: the form's `reason` or `opinion` field, else the officer's comment. */
export function reasonOf(data: Record<string, unknown>, comment: string | undefined): string {
  for (const field of ['reason', 'refusalReason', 'opinion']) {
    const value = data[field];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return comment?.trim() ?? '';
}
