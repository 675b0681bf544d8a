import { type BaseDocument, count, documentSchema, text } from './documentSchema.ts';

/** Number blocks, reserved outside transactions: gaps are allowed, duplicates are not. */
export interface CounterDocument extends BaseDocument {
  name: string;
  next: number;
}

export const counterSchema = documentSchema<CounterDocument>('counters', { name: text, next: count });
counterSchema.index({ tenant: 1, name: 1 }, { unique: true });
