import { Schema, type SchemaDefinition } from 'mongoose';

/** What every document carries (architecture, "Keys decided now"). `_id` is a UUIDv7 string. */
export interface BaseDocument {
  _id: string;
  schemaVersion: number;
  /** Six-digit division, e.g. 110115; leads every unique key and index. */
  tenant: string;
}

/**
 * A mongoose schema for one collection: unknown top-level fields are refused, nested values are the use cases' own
 * (typed by the interface), and mongoose adds no version key of its own.
 */
export function documentSchema<T extends BaseDocument>(
  collection: string,
  fields: Record<Exclude<keyof T, keyof BaseDocument> & string, unknown>,
): Schema<T> {
  const definition = {
    _id: { type: String, required: true },
    schemaVersion: { type: Number, required: true },
    tenant: { type: String, required: true },
    ...fields,
  } as unknown as SchemaDefinition;
  return new Schema(definition, {
    collection,
    strict: 'throw',
    versionKey: false,
    minimize: false,
  }) as unknown as Schema<T>;
}

export const text = { type: String, required: true };
export const optionalText = { type: String };
export const count = { type: Number, required: true };
export const instant = { type: Date, required: true };
export const optionalInstant = { type: Date };
export const flag = { type: Boolean, required: true };
export const texts = { type: [String], required: true };
/** A nested value whose shape is the interface's. */
export const nested = { type: Schema.Types.Mixed };
