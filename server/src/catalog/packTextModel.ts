import { type BaseDocument, documentSchema, instant, text } from '../store/documentSchema.ts';

/** A file of a pack by its content. */
export interface PackTextRef {
  path: string;
  /** SHA-256 of the text. */
  hash: string;
}

/** The text of one file of unpublished work, stored once however many revisions and rehearsals have it. */
export interface PackTextDocument extends BaseDocument {
  hash: string;
  text: string;
  /** Until when it is kept; whoever refers to it puts that off. */
  keptUntil: Date;
}

export const packTextSchema = documentSchema<PackTextDocument>('packTexts', {
  hash: text,
  // A file may be empty.
  text: { type: String, default: '' },
  keptUntil: instant,
});
packTextSchema.index({ tenant: 1, hash: 1 }, { unique: true });
packTextSchema.index({ tenant: 1, keptUntil: 1 });
