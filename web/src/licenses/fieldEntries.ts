import type { LicenseView } from '../api/licenseTypes.ts';
import type { Text } from '../api/types.ts';

/** The fields of a license as names with values, whether they come as a record or as a list. */
export function fieldEntries(
  fields: LicenseView['fields'],
  say: (text: Text | string | null | undefined) => string,
): [name: string, value: string][] {
  const list = Array.isArray(fields)
    ? fields.map((field): [string, unknown] => [say(field.name), field.value])
    : Object.entries(fields ?? {});
  return list.map(([name, value]) => [name, words(value)]);
}

function words(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(words).join(', ');
  return typeof value === 'object' ? Object.values(value).map(words).join(' ') : String(value);
}
