import type { PackFile } from '../catalog/model.ts';
import {
  type BaseDocument,
  count,
  documentSchema,
  instant,
  nested,
  optionalInstant,
  optionalText,
  text,
} from '../store/documentSchema.ts';

/** A publication that waits for a second person, and what became of it. */
export interface PublishRequestDocument extends BaseDocument {
  packCode: string;
  state: 'open' | 'published' | 'rejected' | 'withdrawn';
  /** Version that was edited. */
  baseVersion: number;
  files: PackFile[];
  note: string;
  by: { id: string; name: string };
  at: Date;
  decidedBy?: { id: string; name: string };
  decidedAt?: Date;
  /** Why it was sent back. */
  reason?: string;
  /** Version that it became. */
  version?: number;
}

export const publishRequestSchema = documentSchema<PublishRequestDocument>('publishRequests', {
  packCode: text,
  state: text,
  baseVersion: count,
  files: nested,
  note: { type: String, default: '' },
  by: nested,
  at: instant,
  decidedBy: nested,
  decidedAt: optionalInstant,
  reason: optionalText,
  version: { type: Number },
});
publishRequestSchema.index({ tenant: 1, packCode: 1, state: 1, at: 1 });
publishRequestSchema.index({ tenant: 1, packCode: 1, at: 1 });
