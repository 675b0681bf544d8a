import { isObject } from '../model/formDefinition.ts';
import type { Field } from '../model/readFields.ts';
import { valueFields } from './dropHidden.ts';
import type { Segments } from './shapeData.ts';

type Visit = (field: Field, segments: Segments, value: unknown) => void;

/** Visits every field that is there to be filled in, those of each row included. */
export function visitFields(fields: readonly Field[], data: unknown, above: Segments, visit: Visit): void {
  for (const field of valueFields(fields)) {
    const segments = [...above, field.key];
    const value = isObject(data) ? data[field.key] : undefined;
    if (field.kind !== 'group') visit(field, segments, value);
    if (field.kind === 'group') visitFields(field.children, value, segments, visit);
    if (field.kind === 'rows' && Array.isArray(value)) {
      for (const [at, row] of value.entries()) visitFields(field.children, row, [...segments, at], visit);
    }
  }
}
