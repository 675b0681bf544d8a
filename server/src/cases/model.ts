import type { DeliveryWish } from '../delivery/model.ts';
import type { Returning } from '../desk/model.ts';
import type { DispatchState } from '../dispatch/dispatchState.ts';
import type { Text } from '../errors/appError.ts';
import type { Identification } from '../identification/model.ts';
import type { JointState } from '../joint/jointState.ts';
import type { PanelState } from '../panel/panelState.ts';
import {
  type BaseDocument,
  count,
  documentSchema,
  instant,
  nested,
  optionalInstant,
  optionalText,
  text,
  texts,
} from '../store/documentSchema.ts';

export const caseStates = [
  'draft',
  'waiting',
  'received',
  'supplementing',
  'accepted',
  'decided',
  'delivered',
  'notAccepted',
  'withdrawn',
  'closed',
] as const;
export type CaseState = (typeof caseStates)[number];

export interface Applicant {
  kind: 'natural' | 'legal';
  name: string;
  /** Holder kind of GB/T 36903: 111 resident ID, 001 USCC, … */
  idType: string;
  idNumber: string;
  phone?: string | undefined;
  legalRepresentative?: string | undefined;
  /** The clerk has compared an old credit code whose check character fails with its original. */
  numberConfirmed?: boolean | undefined;
  /** Name and number were read from the document by a card reader, and not changed since. */
  source?: 'card' | undefined;
}

/** What an agent may do for the applicant. */
export const agentScopes = ['submit', 'correct', 'sign', 'receive'] as const;
export type AgentScope = (typeof agentScopes)[number];

/** What the letter of authorisation says; the paper itself is the material `authorisationLetter`. */
export interface AgentLetter {
  scope: AgentScope[];
  /** Last Shanghai day on which it counts. */
  validTo: string;
}

export interface Agent {
  name: string;
  /** Holder kind of GB/T 36903; left out: 111. */
  idType?: string | undefined;
  idNumber: string;
  source?: 'card' | undefined;
  letter?: AgentLetter | undefined;
  phone?: string | undefined;
  authorisation?: string | undefined;
}

/** Personal data of a case, sealed as one field (`sealedPerson`) under the case's id. */
export interface CasePerson {
  applicant?: Applicant;
  agent?: Agent;
  /** How the applicant wants to get the decision. */
  delivery?: DeliveryWish;
}

export interface MaterialFile {
  /** Id of this upload (unique in the case). */
  id: string;
  /** Id in the FileStore. */
  fileId: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  sha256: string;
  uploadedAt: Date;
  uploadedBy: string;
}

export interface CaseMaterial {
  key: string;
  /** What an officer called a material that the pack does not know. */
  name?: string;
  files: MaterialFile[];
  /** A license of the store that satisfies the material. */
  licenseId?: string;
  /** 容缺: accepted without it, due by this Shanghai day. */
  waivedUntil?: string;
}

export interface CaseDecision {
  number: number;
  kind: 'grant' | 'refuse';
  at: Date;
  by: { id: string; name: string; departmentId: string };
  reason: string;
  /** The listed reason that was chosen, by its key in the form. */
  reasonCode?: string;
  /** What was stated in writing where it repeats a decision that was taken away. */
  repeats?: string;
  stepKey: string;
  /** Decided before the promised (else statutory) clock was due. */
  onTime: boolean;
  /** Working days after the start of the promised (else statutory) clock up to this day, without those of a pause. */
  workdays?: number;
  /** Working days that this clock gave, extensions included; null where it is in another unit, absent in earlier decisions. */
  promised?: number | null;
  /** Authorisation under which the worker seals: see AuthorisationDocument. */
  authorisationId: string;
  /** Parts of it that appeals changed, the earliest first. */
  amendments?: DecisionAmendment[];
  /** 撤销 (Administrative License Law art. 69): the later act by which this decision lost its effect. */
  annulled?: {
    number: number;
    at: Date;
    documentNo: string;
    reason: string;
    /** Changed 变更 or revoked 撤销 on appeal; absent where the department itself annulled it. */
    outcome?: 'changed' | 'revoked';
    /** The case in which the matter is decided anew. */
    remade?: { caseId: string; caseNo: string };
  };
}

/** 变更、部分撤销: what an appeal changed of a decision whose other parts stand. */
export interface DecisionAmendment {
  at: Date;
  way: 'internal' | 'reconsideration' | 'litigation';
  outcome: 'changed' | 'revokedInPart';
  /** Paper of the body or court; empty for an appeal to the department itself. */
  documentNo: string;
  reason: string;
  /** Number of the document that tells the decision as changed. */
  number: string;
  /** What was changed, by its name. */
  labels: Text[];
  /** Sealed under the case's id: the same with what it said before and says now. */
  sealedParts: string;
}

/** 重新作出: what a case is about that decides anew what an appeal took away. */
export interface CaseRemake {
  /** The case whose decision lost its effect. */
  caseId: string;
  caseNo: string;
  decisionNo: number;
  appealId: string;
  way: 'internal' | 'reconsideration' | 'litigation';
  /** Paper that orders it; empty for an appeal to the department itself. */
  documentNo: string;
  /** Shanghai day on which it came. */
  servedOn: string;
  /** The paper names the time; it cannot be extended. */
  ordered: boolean;
  /** When the applicant first applied. */
  appliedAt?: Date;
  /** The decision that must not be made again on the same facts and reasons. */
  barred?: { kind: 'grant' | 'refuse'; reason: string; reasonCode?: string };
}

/** 告知承诺: the path that the applicant chose at the window, and what came of it. */
export interface CaseCommitment {
  /** `barred` records that the path was refused and the ordinary one is taken. */
  state: 'barred' | 'signed' | 'kept' | 'correcting' | 'broken';
  /** When the credit register was asked last. */
  checkedAt: Date;
  /** Records that bar the path. */
  records: string[];
  signedAt?: Date;
  /** Who signed, by their part in the case: the name is personal and stays with the persons. */
  signedBy?: 'applicant' | 'legalRepresentative' | 'agent';
}

/** An item of a theme 一件事 as applied for: which, in what order, and the case that it became. */
export interface ThemeItem {
  packCode: string;
  operation: string;
  caseId: string;
  /** Number of the theme with two digits and a check digit behind it: one family of numbers. */
  caseNo: string;
  /** Items of this application that must be granted first. */
  after: string[];
  onRefusal: 'cancelDependents' | 'goOn';
  /** Item whose license names the applicant of this one. */
  applicantFrom?: string;
}

/** The case of the theme itself: it has no process of its own, its items have theirs. */
export interface CaseTheme {
  items: ThemeItem[];
  /** The one promised date that the receipt tells (Shanghai day). */
  promisedDay?: string;
  jointVisit?: JointVisit;
}

/** Joint visit 联合踏勘: one appointment and one record for all departments that come. */
export interface JointVisit {
  at: Date;
  place: string;
  note: string;
  arrangedBy: { id: string; name: string; departmentId: string };
}

/** What an item of a theme knows of its family. */
export interface CaseFamily {
  themeCaseId: string;
  themeCaseNo: string;
  themePackCode: string;
}

/** What lists show of the clock that matters now; kept by the clocks in the same transaction. */
export interface ClockSummary {
  kind: string;
  dueAt: Date;
  yellowAt: Date | null;
  state: 'running' | 'paused' | 'doneOnTime' | 'doneLate' | 'ended';
}

/** The account, or the key of another system, with which a case was begun from outside the window. */
export interface CaseAccount {
  id: string;
  door: 'portal' | 'kiosk' | 'hotline' | 'api';
  /** Window that takes it in once it is handed in. */
  officeId: string;
  /** Register that has confirmed who applies; absent: the window compares the originals. */
  verifiedBy?: 'register' | 'simulatedRegister';
}

export interface CaseDocument extends BaseDocument {
  /** Optimistic version, raised by every use case. */
  version: number;
  /** Given at receipt; digits only. */
  caseNo?: string;
  packCode: string;
  packVersion: number;
  definitionId: string;
  itemName: Text;
  operation: string;
  state: CaseState;
  /** Deciding department. */
  departmentId: string;
  /** Departments that may see the case: the deciding one and every one that had a task. */
  departmentIds: string[];
  area: { town?: string; village?: string };
  sealedPerson?: string;
  /** Masked name for lists, e.g. 张**. */
  applicantMasked: string;
  /** Blind indexes of the applicant's number and name. */
  holderIndex?: string;
  nameIndex?: string;
  materials: CaseMaterial[];
  licenseId?: string;
  /** Of a visit: pack code of an item that is about a license → that license. */
  memberLicenses?: Record<string, string>;
  /** Situation whose limits count: key of one of the pack's `limits.variants`. */
  limitVariant?: string;
  /** What the system in which an external or mirrored item is handled has told. */
  external?: ExternalRecord;
  /** Rounds of supplement so far; items of the current one. */
  supplement?: { round: number; items: SupplementItem[]; at: Date; suppliedSince: string[] };
  engine: { state: 'none' | 'pending' | 'started' | 'ended'; processInstanceId?: string };
  /** Dates that the process has been told or is owed (`clocks/caseDates.ts`); absent where it names none. */
  engineDates?: Readonly<Record<string, string>>;
  decision?: CaseDecision;
  remakes?: CaseRemake;
  commitment?: CaseCommitment;
  /** 人证合一: how the person at the window was recognised. */
  identification?: Identification;
  theme?: CaseTheme;
  family?: CaseFamily;
  progressToken: string;
  createdBy: { id: string; name: string; departmentId: string };
  account?: CaseAccount;
  createdAt: Date;
  updatedAt: Date;
  receivedAt?: Date;
  acceptedAt?: Date;
  /** True when the law, not the clerk, accepted (Administrative License Law art. 32). */
  deemedAccepted?: boolean;
  endedAt?: Date;
  /** When the applicant was asked by message to rate the service; once a case. */
  ratingAskedAt?: Date;
  clock?: ClockSummary;
  /** Under way to another version of its pack: id of the migration, and the version. */
  migration?: { id: string; to: number };
  /** What a case file 案卷 of a dispatch is beside. */
  dispatch?: DispatchState;
  /** Number of the queue under which it was opened at a counter. */
  ticket?: { number: string; hallId: string; counter: string };
  /** 交接: the last slip on which its originals went elsewhere. */
  handover?: CaseHandover;
  /** Last number used in the event chain and the outbox. */
  eventSeq: number;
  lastEventHash: string;
  outboxSeq: number;
  /** The last requests that were carried out on the case: a repeated one is answered, not refused. */
  requests?: { key: string; hash: string }[];
  /** 会签: opinions of departments that must agree. */
  joint?: JointState[];
  /** 专家评审: panels of experts. */
  panels?: PanelState[];
  /** The case is on its way back to a step: for whom, and why. */
  returning?: Returning;
  /** 听证: days that were fixed, with the number of the notice. */
  hearings?: { day: string; documentNo: string }[];
}

export interface CaseHandover {
  slipId: string;
  number: string;
  state: 'sent' | 'received';
  fromDepartmentId: string;
  toDepartmentId: string;
}

/** Number and status of a case in another system. */
export interface ExternalRecord {
  number?: string;
  /** The other system's word. */
  status?: string;
  /** What the word means here (`statusMapping`). */
  state?: string;
  at: Date;
  /** When the status is asked for again. */
  nextReadingAt?: Date;
}

export interface SupplementItem {
  materialKey?: string | undefined;
  field?: string | undefined;
  problem: string;
}

export const caseSchema = documentSchema<CaseDocument>('cases', {
  version: count,
  caseNo: optionalText,
  packCode: text,
  packVersion: count,
  definitionId: text,
  itemName: nested,
  operation: text,
  state: text,
  departmentId: text,
  departmentIds: texts,
  area: nested,
  sealedPerson: optionalText,
  applicantMasked: { type: String, default: '' },
  holderIndex: optionalText,
  nameIndex: optionalText,
  materials: nested,
  licenseId: optionalText,
  memberLicenses: nested,
  limitVariant: optionalText,
  external: nested,
  supplement: nested,
  engine: nested,
  engineDates: nested,
  decision: nested,
  remakes: nested,
  commitment: nested,
  identification: nested,
  theme: nested,
  family: nested,
  progressToken: text,
  createdBy: nested,
  account: nested,
  createdAt: instant,
  updatedAt: instant,
  receivedAt: optionalInstant,
  acceptedAt: optionalInstant,
  deemedAccepted: { type: Boolean },
  endedAt: optionalInstant,
  ratingAskedAt: optionalInstant,
  clock: nested,
  migration: nested,
  dispatch: nested,
  ticket: nested,
  handover: nested,
  eventSeq: count,
  lastEventHash: { type: String, default: '' },
  outboxSeq: count,
  requests: nested,
  joint: nested,
  panels: nested,
  returning: nested,
  hearings: nested,
});
// The embedded store finds nothing by a partial index, it only keeps what is unique: docs/decisions/0013.
caseSchema.index(
  { caseNo: 1, tenant: 1 },
  { unique: true, partialFilterExpression: { caseNo: { $exists: true } } },
);
caseSchema.index({ tenant: 1, caseNo: 1 }, { name: 'caseNo' });
caseSchema.index({ tenant: 1, progressToken: 1 }, { unique: true });
caseSchema.index({ tenant: 1, updatedAt: -1, _id: -1 });
caseSchema.index({ tenant: 1, departmentIds: 1, updatedAt: -1, _id: -1 });
caseSchema.index({ tenant: 1, 'createdBy.departmentId': 1, updatedAt: -1, _id: -1 });
caseSchema.index({ tenant: 1, 'createdBy.id': 1, updatedAt: -1, _id: -1 });
caseSchema.index({ tenant: 1, 'account.id': 1, updatedAt: -1, _id: -1 }, { name: 'ofAccount' });
caseSchema.index(
  { tenant: 1, 'account.officeId': 1, state: 1, updatedAt: -1, _id: -1 },
  { name: 'ofOffice' },
);
caseSchema.index({ tenant: 1, packCode: 1, packVersion: 1, state: 1 });
// What a department decided in a span of time. The range field ends the index: docs/decisions/0004.
caseSchema.index({ tenant: 1, departmentId: 1, 'decision.at': 1 }, { name: 'decided' });
caseSchema.index({ tenant: 1, 'family.themeCaseId': 1 }, { name: 'ofTheme' });
caseSchema.index({ tenant: 1, holderIndex: 1 });
caseSchema.index({ tenant: 1, 'materials.files.fileId': 1 });
caseSchema.index({ tenant: 1, nameIndex: 1 });
// The range field ends the index: docs/decisions/0004.
caseSchema.index({ tenant: 1, 'external.nextReadingAt': 1 }, { name: 'externalReadings' });
caseSchema.index({ tenant: 1, 'dispatch.openKey': 1 });
caseSchema.index({ tenant: 1, 'engine.state': 1, _id: 1 });
caseSchema.index({ tenant: 1, 'engine.processInstanceId': 1 });

/** A filled-in form: the application itself (`stepKey: intake`) or one step's. The data is sealed under this document's id. */
export interface SubmissionDocument extends BaseDocument {
  caseId: string;
  stepKey: string;
  taskId?: string;
  formPath: string;
  packVersion: number;
  sealedData: string;
  /** What was filled in for the applicant, from where and what they changed: `prefill/knownValue.ts`. */
  sealedKnown?: string;
  outcome?: string;
  /** Who filled it in, and for which absent colleague. */
  by: { id: string; name: string; departmentId: string; for?: { id: string; name: string } };
  at: Date;
  /** True for the application while it may still change. */
  open: boolean;
  /** The step was undone by who had completed it. */
  undoneAt?: Date;
}

export const submissionSchema = documentSchema<SubmissionDocument>('submissions', {
  caseId: text,
  stepKey: text,
  taskId: optionalText,
  formPath: text,
  packVersion: count,
  sealedData: text,
  sealedKnown: optionalText,
  outcome: optionalText,
  by: nested,
  at: instant,
  open: { type: Boolean, required: true },
  undoneAt: optionalInstant,
});
submissionSchema.index({ tenant: 1, caseId: 1, at: 1 });
submissionSchema.index({ tenant: 1, caseId: 1, stepKey: 1 });
submissionSchema.index(
  { tenant: 1, taskId: 1 },
  { unique: true, partialFilterExpression: { taskId: { $exists: true } } },
);

/** A re-authenticated decision: what the worker may seal (architecture, "Security posture"). */
export interface AuthorisationDocument extends BaseDocument {
  caseId: string;
  decisionNo: number;
  kind: 'grant' | 'refuse' | 'annul';
  /** SHA-256 of the canonical decision content. */
  contentHash: string;
  by: { id: string; name: string; departmentId: string };
  at: Date;
  commandId: string;
}

export const authorisationSchema = documentSchema<AuthorisationDocument>('authorisations', {
  caseId: text,
  decisionNo: count,
  kind: text,
  contentHash: text,
  by: nested,
  at: instant,
  commandId: text,
});
authorisationSchema.index({ tenant: 1, caseId: 1, decisionNo: 1 }, { unique: true });
