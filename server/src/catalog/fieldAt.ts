import type { ListedField } from '@onewindow/forms';

/** The field of a form that a pointer (RFC 6901, e.g. `/premises/area`) leads to; undefined where it leads to none. */
export function fieldAt(fields: readonly ListedField[], pointer: string): ListedField | undefined {
  return fields.find(({ path }) => `/${path.replaceAll('.', '/')}` === pointer);
}
