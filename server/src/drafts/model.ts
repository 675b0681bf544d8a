import type { PackTextRef } from '../catalog/packTextModel.ts';
import {
  type BaseDocument,
  count,
  documentSchema,
  flag,
  instant,
  nested,
  text,
} from '../store/documentSchema.ts';

/** One save of somebody's unpublished work on a pack. Never changed; forgotten after a month. */
export interface PackRevisionDocument extends BaseDocument {
  packCode: string;
  userId: string;
  userName: string;
  /** Revision of the draft that was saved. */
  revision: number;
  /** Version that was edited. */
  baseVersion: number;
  files: PackTextRef[];
  /** Errors and warnings that lint found in them. */
  errorCount: number;
  warningCount: number;
  savedAt: Date;
}

export const packRevisionSchema = documentSchema<PackRevisionDocument>('packRevisions', {
  packCode: text,
  userId: text,
  userName: text,
  revision: count,
  baseVersion: count,
  files: nested,
  errorCount: count,
  warningCount: count,
  savedAt: instant,
});
packRevisionSchema.index({ tenant: 1, packCode: 1, savedAt: 1 });
packRevisionSchema.index({ tenant: 1, savedAt: 1 });

/** That somebody has a pack open in the designer. */
export interface PackPresenceDocument extends BaseDocument {
  packCode: string;
  userId: string;
  userName: string;
  /** Since when without a break. */
  since: Date;
  seenAt: Date;
  /** There is work of theirs that is not published. */
  editing: boolean;
}

export const packPresenceSchema = documentSchema<PackPresenceDocument>('packPresence', {
  packCode: text,
  userId: text,
  userName: text,
  since: instant,
  seenAt: instant,
  editing: flag,
});
packPresenceSchema.index({ tenant: 1, packCode: 1, userId: 1 }, { unique: true });
packPresenceSchema.index({ tenant: 1, seenAt: 1 });
