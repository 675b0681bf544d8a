import { isObject } from '../model/formDefinition.ts';
import type { Field } from '../model/readFields.ts';
import type { Found } from './shapeData.ts';
import { visitFields } from './visitFields.ts';

/** File references that name a file of another case or none at all. */
export function checkFiles(fields: readonly Field[], data: unknown, known: ReadonlySet<string>): Found[] {
  const found: Found[] = [];
  visitFields(fields, data, [], (field, segments, value) => {
    if (field.type !== 'file' || !Array.isArray(value)) return;
    const foreign = value.some((file: unknown) => !isObject(file) || !known.has(String(file['id'])));
    if (foreign) found.push({ field, segments, breach: { rule: 'fileUnknown' } });
  });
  return found;
}
