/** A reason as part of a sentence: without the stop at its end. */
export function withoutStop(reason: string): string {
  return reason.replace(/[\s。．.；;，,]+$/, '');
}
