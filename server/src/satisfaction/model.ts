import {
  type BaseDocument,
  count,
  documentSchema,
  instant,
  nested,
  optionalText,
  text,
  texts,
} from '../store/documentSchema.ts';

/** 好差评: what an applicant thinks of one service, once. Grades 5 非常满意 to 1 非常不满意; 1 and 2 are bad. */
export interface SatisfactionDocument extends BaseDocument {
  caseId: string;
  caseNo: string;
  packCode: string;
  /** Who is rated: the deciding department. */
  departmentId: string;
  grade: number;
  /** Ready-made reasons that were ticked. */
  reasons: string[];
  /** What was written beside; it may name people. */
  sealedComment?: string;
  at: Date;
  /** Where it was given: the portal, the link in a message, the device at the window. Absent: the portal. */
  door?: RatingDoor;
  /** A bad one waits for the department's answer; a good one needs none. */
  state: 'noted' | 'open' | 'answered';
  /** Shanghai day by which a bad one is to be answered. */
  replyDueDay?: string;
  reply?: Reply;
  /** Replies that left whoever rated unsatisfied, with the visit that told so. */
  earlier?: { reply: Reply; visit: ReturnVisit }[];
  /** 回访: what whoever rated says of the reply. */
  returnVisit?: ReturnVisit;
}

export const ratingDoors = ['portal', 'link', 'window'] as const;
export type RatingDoor = (typeof ratingDoors)[number];

interface Reply {
  text: string;
  at: Date;
  by: { id: string; name: string; departmentId: string };
}

export const visitResults = ['settled', 'notSettled', 'notReached'] as const;

export interface ReturnVisit {
  result: (typeof visitResults)[number];
  text: string;
  at: Date;
  by: { id: string; name: string; departmentId: string };
}

export const satisfactionSchema = documentSchema<SatisfactionDocument>('satisfactions', {
  caseId: text,
  caseNo: text,
  packCode: text,
  departmentId: text,
  grade: count,
  reasons: texts,
  sealedComment: optionalText,
  at: instant,
  door: optionalText,
  state: text,
  replyDueDay: optionalText,
  reply: nested,
  earlier: nested,
  returnVisit: nested,
});
satisfactionSchema.index({ tenant: 1, caseId: 1 }, { unique: true });
// Ascending: between two ends of a last field that descends the embedded store finds nothing (docs/decisions/0013).
satisfactionSchema.index({ tenant: 1, departmentId: 1, at: 1 });
satisfactionSchema.index({ tenant: 1, at: 1 });
