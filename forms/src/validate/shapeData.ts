import { type FormData, isObject, type JsonObject } from '../model/formDefinition.ts';
import { type Field, fieldsInScope } from '../model/readFields.ts';
import type { Breach } from './describeProblem.ts';
import { shapeValue } from './shapeValue.ts';

export type Segments = readonly (string | number)[];

export interface Found {
  readonly field: Field;
  readonly segments: Segments;
  readonly breach: Breach;
}

/** Most rows of a datagrid whose form states no `maxLength`. */
export const DEFAULT_ROWS = 200;
const MAX_ROWS = 500;

interface Shaping {
  /** Whether the user may write this field; its stored value stands otherwise. */
  readonly writable: (field: Field, segments: Segments) => boolean;
  readonly found: Found[];
}

/**
 * Copies what the form declares out of what was sent, each value in the normal form of its type: unknown keys, inherited
 * keys and anything of another kind stay behind. A field that the user may not write takes its stored value.
 */
export function shapeData(
  fields: readonly Field[],
  sent: JsonObject,
  stored: JsonObject,
  shaping: Shaping,
  above: Segments = [],
): FormData {
  const clean: FormData = {};
  for (const field of fieldsInScope(fields)) {
    if (field.kind === 'static' || field.key === '') continue;
    const segments = [...above, field.key];
    const old = Object.hasOwn(stored, field.key) ? stored[field.key] : undefined;
    const raw = Object.hasOwn(sent, field.key) ? sent[field.key] : undefined;
    const value = shapeField(field, raw, old, shaping, segments);
    if (value !== undefined) clean[field.key] = value;
  }
  return clean;
}

function shapeField(field: Field, raw: unknown, old: unknown, shaping: Shaping, segments: Segments): unknown {
  const note = (breach: Breach) => {
    shaping.found.push({ field, segments, breach });
  };
  if (field.kind === 'group') {
    if (raw !== undefined && raw !== null && !isObject(raw)) note({ rule: 'type.object' });
    const inner = shapeData(
      field.children,
      isObject(raw) ? raw : {},
      isObject(old) ? old : {},
      shaping,
      segments,
    );
    return Object.keys(inner).length === 0 ? undefined : inner;
  }
  if (!shaping.writable(field, segments)) return old === undefined ? undefined : structuredClone(old);
  if (field.kind === 'rows') {
    if (raw === undefined || raw === null || raw === '') return undefined;
    if (!Array.isArray(raw)) return note({ rule: 'type.rows' });
    const limit = rowLimit(field);
    if (raw.length > limit) note({ rule: 'maxRows', limit });
    const oldRows = Array.isArray(old) ? old : [];
    const rows = raw.slice(0, limit).map((row: unknown, at) => {
      const oldRow: unknown = oldRows[at];
      if (!isObject(row)) note({ rule: 'type.object', below: [at] });
      return shapeData(field.children, isObject(row) ? row : {}, isObject(oldRow) ? oldRow : {}, shaping, [
        ...segments,
        at,
      ]);
    });
    return rows.length === 0 ? undefined : rows;
  }
  const shaped = shapeValue(field, raw);
  if ('value' in shaped) return shaped.value;
  return note(shaped.breach);
}

/** Most rows that a datagrid may have. */
export function rowLimit(field: Field): number {
  const validate = isObject(field.component['validate']) ? field.component['validate'] : {};
  const stated = Number(validate['maxLength']);
  return Number.isInteger(stated) && stated > 0 ? Math.min(stated, MAX_ROWS) : DEFAULT_ROWS;
}
