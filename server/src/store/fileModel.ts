import type { Model } from 'mongoose';
import {
  type BaseDocument,
  count,
  documentSchema,
  instant,
  optionalInstant,
  text,
} from './documentSchema.ts';

export interface FileDocument extends BaseDocument {
  sha256: string;
  /** Bytes of the clear content. */
  size: number;
  mediaType: string;
  createdAt: Date;
  /** When the sweep asks whether anything refers to it; far in the future once something did. Older ones have none. */
  sweepAt?: Date;
}

/** The instant of a sweep that does not come. */
export const never = new Date('9999-12-31T00:00:00Z');

export type FileModel = Model<FileDocument>;

export const fileSchema = documentSchema<FileDocument>('files', {
  sha256: text,
  size: count,
  mediaType: text,
  createdAt: instant,
  sweepAt: optionalInstant,
});
fileSchema.index({ tenant: 1, sha256: 1 }, { unique: true });
fileSchema.index({ tenant: 1, sweepAt: 1 });
