import type { Model } from 'mongoose';
import { type BaseDocument, count, documentSchema, instant, text } from './documentSchema.ts';

export interface FileDocument extends BaseDocument {
  sha256: string;
  /** Bytes of the clear content. */
  size: number;
  mediaType: string;
  createdAt: Date;
}

export type FileModel = Model<FileDocument>;

export const fileSchema = documentSchema<FileDocument>('files', {
  sha256: text,
  size: count,
  mediaType: text,
  createdAt: instant,
});
fileSchema.index({ tenant: 1, sha256: 1 }, { unique: true });
