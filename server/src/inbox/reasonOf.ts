/** The reason an applicant is told: the form's `reason` or `opinion` field, else the officer's comment. */
export function reasonOf(data: Record<string, unknown>, comment: string | undefined): string {
  for (const field of ['reason', 'refusalReason', 'opinion']) {
    const value = data[field];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return comment?.trim() ?? '';
}
