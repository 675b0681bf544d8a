import type { FieldError } from '../api/types.ts';

/** Dotted place of an error, from its path or, failing that, its pointer. */
export function placeOf(error: FieldError): string {
  return error.path ?? (error.pointer ?? '').replace(/^\//, '').replaceAll('/', '.');
}
