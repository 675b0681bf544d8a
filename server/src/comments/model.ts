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

/** An internal comment on a case: for the office, never for the applicant. */
export interface CommentDocument extends BaseDocument {
  caseId: string;
  /** Sealed under this document's id. */
  sealedText: string;
  mentions: { id: string; name: string }[];
  by: { id: string; name: string; departmentId: string };
  at: Date;
  editedAt?: Date;
  /** What it said before it was changed, each sealed under this document's id. */
  earlier: string[];
  version: number;
}

export const commentSchema = documentSchema<CommentDocument>('comments', {
  caseId: text,
  sealedText: text,
  mentions: nested,
  by: nested,
  at: instant,
  editedAt: optionalInstant,
  earlier: nested,
  version: count,
});
commentSchema.index({ tenant: 1, caseId: 1, at: 1 });

/** A note to somebody who was mentioned in a comment on a case, or among designers on a pack. */
export interface MentionDocument extends BaseDocument {
  userId: string;
  /** '' where it was about a pack. */
  caseId: string;
  caseNo: string;
  /** Left out where it was about a case. */
  packCode?: string;
  /** Id of the comment, or of the message in a pack's thread. */
  commentId: string;
  by: { id: string; name: string };
  at: Date;
  state: 'unread' | 'read';
  readAt?: Date;
}

export const mentionSchema = documentSchema<MentionDocument>('mentions', {
  userId: text,
  caseId: { type: String, default: '' },
  caseNo: { type: String, default: '' },
  packCode: optionalText,
  commentId: text,
  by: nested,
  at: instant,
  state: text,
  readAt: optionalInstant,
});
mentionSchema.index({ tenant: 1, commentId: 1, userId: 1 }, { unique: true });
mentionSchema.index({ tenant: 1, userId: 1, state: 1 });
mentionSchema.index({ tenant: 1, userId: 1, at: -1 });
