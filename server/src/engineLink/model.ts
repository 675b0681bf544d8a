import { type BaseDocument, documentSchema, instant, nested, text } from '../store/documentSchema.ts';

/** How far the history sync has read; engine timestamps only. */
export interface WatermarkDocument extends BaseDocument {
  name: string;
  value: Record<string, unknown>;
  updatedAt: Date;
}

export const watermarkSchema = documentSchema<WatermarkDocument>('watermarks', {
  name: text,
  value: nested,
  updatedAt: instant,
});
watermarkSchema.index({ tenant: 1, name: 1 }, { unique: true });
