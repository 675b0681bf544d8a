import type { Finding } from '@onewindow/processes';
import type { Text } from '../errors/appError.ts';
import {
  type BaseDocument,
  count,
  documentSchema,
  instant,
  nested,
  text,
  texts,
} from '../store/documentSchema.ts';

/** What the clerk searches: one entry an item, derived from the pack's live version. */
export interface ItemDocument extends BaseDocument {
  packCode: string;
  version: number;
  name: Text;
  aliases: string[];
  /** Keys of life events; left out in entries of older versions. */
  lifeEvents?: string[];
  /** Full pinyin and initials of name and aliases, lower case, e.g. `shipinjingyingxuke`, `spjyxk`. */
  pinyin: string[];
  codes: string[];
  departmentId: string;
  kind: string;
  powerType: string;
  operations: { key: string; name: Text }[];
  /** Who may apply; left out in entries of older versions: anybody. */
  applicantKinds?: string[];
  limits: { statutory: string | null; promised: string | null };
  /** Set while the live version is retired: the item is found, but no case of it begins. */
  retired?: Retirement;
}

/** When, by whom and why a version was retired. */
export interface Retirement {
  at: Date;
  by: { id: string; name: string };
  note: string;
}

export const itemSchema = documentSchema<ItemDocument>('items', {
  packCode: text,
  version: count,
  name: nested,
  aliases: texts,
  lifeEvents: texts,
  pinyin: texts,
  codes: texts,
  departmentId: text,
  kind: text,
  powerType: text,
  operations: nested,
  applicantKinds: texts,
  limits: nested,
  retired: nested,
});
itemSchema.index({ tenant: 1, packCode: 1 }, { unique: true });

/** Deployment and definition of a pack without a process of its own: a theme, whose items have theirs. */
export const noProcess = 'none';

export interface PackFile {
  path: string;
  text: string;
}

/** The content of a pack, stored once by its SHA-256. Never changed. */
export interface PackContentDocument extends BaseDocument {
  hash: string;
  files: PackFile[];
}

export const packContentSchema = documentSchema<PackContentDocument>('packContents', {
  hash: text,
  files: nested,
});
packContentSchema.index({ tenant: 1, hash: 1 }, { unique: true });

/** One published version of a pack: which content, deployed where, by whom. Never changed, but for its retirement. */
export interface PackVersionDocument extends BaseDocument {
  packCode: string;
  version: number;
  hash: string;
  deploymentId: string;
  /** Engine's process definition id: cases are started by it, so that they stay on their version. */
  definitionId: string;
  publishedAt: Date;
  publishedBy: { id: string; name: string };
  note: string;
  /** Who made it, where `publishedBy` approved it as the second person. */
  requestedBy?: { id: string; name: string };
  /** Version whose content was published again (roll-back). */
  restores?: number;
  retired?: Retirement;
}

export const packVersionSchema = documentSchema<PackVersionDocument>('packVersions', {
  packCode: text,
  version: count,
  hash: text,
  deploymentId: text,
  definitionId: text,
  publishedAt: instant,
  publishedBy: nested,
  note: { type: String, default: '' },
  requestedBy: nested,
  restores: { type: Number },
  retired: nested,
});
packVersionSchema.index({ tenant: 1, packCode: 1, version: 1 }, { unique: true });
packVersionSchema.index({ tenant: 1, deploymentId: 1 });

/** Unpublished work of one designer on one pack. */
export interface PackDraftDocument extends BaseDocument {
  packCode: string;
  userId: string;
  userName: string;
  /** Raised by each save; what If-Match names. */
  revision: number;
  /** Version that is edited; 0 for a pack that is not published yet. */
  baseVersion: number;
  files: PackFile[];
  /** What lint said of exactly these files. */
  findings: Finding[];
  savedAt: Date;
}

export const packDraftSchema = documentSchema<PackDraftDocument>('packDrafts', {
  packCode: text,
  userId: text,
  userName: text,
  revision: count,
  baseVersion: count,
  files: nested,
  findings: nested,
  savedAt: instant,
});
packDraftSchema.index({ tenant: 1, packCode: 1, userId: 1 }, { unique: true });
