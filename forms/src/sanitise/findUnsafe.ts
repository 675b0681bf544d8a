import { inspectForm } from './inspectForm.ts';
import { isSafePattern } from './matchPattern.ts';
import type { UnsafeFinding } from './unsafeFinding.ts';

/**
 * Everything in a form that is refused at publish: code of the author, addresses, active HTML, unsafe patterns, unknown
 * types and properties, keys that clash. Empty: the form is data only. Never throws, whatever the form is.
 */
export function findUnsafe(form: unknown): UnsafeFinding[] {
  return inspectForm(form, isSafePattern);
}
