import type { DeliveryWish, TaskDelivery } from './delivery.ts';
/** Shapes of the HTTP API, version 1. Instants are ISO 8601 with offset; days are `YYYY-MM-DD` of Shanghai. */

import type { Delegation, Desk, Returned } from './desk.ts';
import type { Bill } from './fees.ts';
import type { Identification } from './identification.ts';
import type { ChangeReason } from './known.ts';

/** A text in both languages of the product. */
export interface Text {
  'zh-CN': string;
  en: string;
}

export type Role =
  | 'clerk'
  | 'approver'
  | 'head'
  | 'designer'
  | 'supervisor'
  | 'admin'
  | 'operator'
  | 'shiftChief'
  | 'dispatcher'
  | 'gridWorker'
  | 'expert'
  | 'hallManager';
export type Level = 'district' | 'town' | 'village';
export interface NamedRef {
  id: string;
  name: string;
}
export interface Department extends NamedRef {
  level: Level;
}
export interface User {
  id: string;
  username: string;
  name: string;
  roles: Role[];
  department: Department;
  /** The department pays benefits. */
  paysBenefits: boolean;
}
export interface Session {
  user: User | null;
  csrfToken: string;
  profile?: 'dev' | 'prod';
  serverTime?: string;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
export interface FieldError {
  path?: string;
  pointer?: string;
  message: string;
  rule?: string;
}

/** Form.io definition and data as they travel: opaque to the consoles. */
export interface FormDefinition {
  readonly components: readonly unknown[];
  readonly [key: string]: unknown;
}
export type FormData = Record<string, unknown>;

export type LightColour = 'green' | 'yellow' | 'red' | 'paused' | 'doneOnTime' | 'doneLate';

export interface Item {
  packCode: string;
  name: Text;
  aliases: string[];
  /** Life events under which it stands. */
  lifeEvents: Text[];
  department: NamedRef;
  operations: { key: string; name: Text }[];
  kind: string;
  powerType: string;
  limits: { statutory: string | null; promised: string | null };
  version: number;
  retired: Retirement | null;
}
export interface Retirement {
  at: string;
  by: string;
  note: string;
}
export interface MaterialRule {
  key: string;
  name: Text;
  required: boolean;
  keyMaterial: boolean;
  licenseTypes: string[];
  accept: string[];
  maxMegabytes: number;
}
export interface Operation {
  packCode: string;
  version: number;
  name: Text;
  form: FormDefinition;
  materials: MaterialRule[];
  requiresLicense: boolean;
  limits: { statutory: string | null; promised: string | null };
  /** Whether the case belongs to a town, or to a village of it. */
  area?: 'none' | 'town' | 'village';
  /** The commitment path 告知承诺, where the item offers it. */
  commitment?: CommitmentOffer | null;
  areas: { town: NamedRef; villages: NamedRef[] }[];
  refusalReasons: { key: string; text: Text | string; refersElsewhere?: boolean }[];
}

export type CreditRecordKind = 'seriouslyDishonest' | 'brokenCommitment' | 'abnormalOperation';
export type SignedBy = 'applicant' | 'legalRepresentative' | 'agent';
export interface CommitmentOffer {
  text: Text;
  /** Keys of the materials that it stands for. */
  waives: string[];
  source: 'creditPlatform' | 'form';
  refuseWhen: CreditRecordKind[];
  verificationLimit: string | null;
}
export interface Commitment {
  state: 'barred' | 'signed' | 'kept' | 'correcting' | 'broken';
  records: CreditRecordKind[];
  signedAt: string | null;
  signedBy: SignedBy | null;
}
/** An item of a theme 一件事 in its plan. */
export interface ThemeItem {
  packCode: string;
  name: Text;
  operationName: Text | null;
  department: NamedRef;
  caseId: string | null;
  caseNo: string | null;
  state: CaseState | null;
  decision: 'grant' | 'refuse' | null;
  annulled: boolean;
  /** Pack codes of the items that it waits for. */
  after: string[];
  startDay: string | null;
  promisedDay: string | null;
  basis: 'estimated' | 'promised' | 'done' | 'ended';
  light: LightColour | null;
}
export interface ThemePlan {
  promisedDay: string | null;
  /** By the clocks as they run now. */
  expectedDay: string | null;
  items: ThemeItem[];
}
export interface JointVisit {
  themeCaseId: string;
  coordinator: NamedRef;
  arranged: { at: string; place: string; note: string; by: string } | null;
  visits: { itemName: Text; department: NamedRef; made: boolean }[];
  form: FormDefinition | null;
  record: FormData;
  clock: Clock | null;
}

export interface Applicant {
  kind: 'natural' | 'legal';
  name: string;
  idType: string;
  idNumber: string;
  phone?: string;
  legalRepresentative?: string;
  /** The clerk has compared an old credit code whose check character fails with its original. */
  numberConfirmed?: boolean;
  /** Name and number come from the card reader. */
  source?: 'card';
}
/** What a letter of authorisation lets an agent do, and until when. */
export const agentScopes = ['submit', 'correct', 'sign', 'receive'] as const;
export type AgentScope = (typeof agentScopes)[number];
export interface AgentLetter {
  scope: AgentScope[];
  validTo: string;
}
export interface Agent {
  name: string;
  idType?: string;
  source?: 'card';
  letter?: AgentLetter;
  idNumber: string;
  phone?: string;
  authorisation?: string;
}
export interface Area {
  town?: string;
  village?: string;
}
export type CaseState =
  | 'draft'
  | 'waiting'
  | 'received'
  | 'supplementing'
  | 'accepted'
  | 'decided'
  | 'delivered'
  | 'notAccepted'
  | 'withdrawn'
  | 'closed';
export interface CaseSummary {
  id: string;
  caseNo: string | null;
  packCode: string;
  itemName: Text;
  operation: string;
  state: CaseState;
  applicantName: string;
  light: LightColour | null;
  dueAt: string | null;
  receivedAt: string | null;
  updatedAt?: string;
  department: NamedRef;
  currentSteps: Text[];
}
export interface MaterialFile {
  id: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  uploadedAt: string;
  /** The same content was handed in before, in this case. */
  duplicateOf?: { materialKey: string; fileId: string; name: string }[];
}
export type MaterialStatus = 'provided' | 'held' | 'missing' | 'waived' | 'committed';
export interface CaseMaterial {
  key: string;
  name: Text;
  required: boolean;
  /** False where it falls away in the situation of this application. */
  needed: boolean;
  keyMaterial: boolean;
  accept?: string[];
  maxMegabytes?: number;
  status: MaterialStatus;
  files: MaterialFile[];
  waivedUntil?: string | null;
  license?: { id: string; licenseNo: string; name?: Text } | null;
}
/** 会签 of a case. */
export interface JointView {
  key: string;
  agreement: 'all' | 'majority';
  result: 'open' | 'agreed' | 'dissent';
  opinions: {
    step: string;
    stepName: Text;
    department: NamedRef;
    askedAt: string;
    position: 'open' | 'agree' | 'dissent';
    at: string | null;
    by: string | null;
    silent: boolean;
  }[];
  meeting: { agreed: boolean; at: string; by: string; stepName: Text } | null;
}
/** 专家评审 of a case. */
export interface PanelView {
  step: string;
  stepName: Text;
  minimum: number;
  result: 'open' | 'quorate' | 'noQuorum';
  members: {
    name: string;
    chair: boolean;
    state: 'appointed' | 'given' | 'recused';
    /** Null while it is not known, or not for this reader. */
    agrees: boolean | null;
    at: string | null;
  }[];
  conclusion: { agreed: boolean; at: string; by: string } | null;
}
export interface CaseView extends CaseSummary {
  /** How the applicant wants to get the decision. */
  delivery?: DeliveryWish;
  /** Who has the draft, or took the case in. */
  clerk: { id: string; name: string };
  /** A case file 案卷 of a dispatch. */
  caseFile: boolean;
  identification?: Identification | null;
  version: number;
  packVersion: number;
  /** Version of its pack that the case is on its way to. */
  migratingTo: number | null;
  applicant?: Applicant | null;
  agent?: Agent | null;
  area?: Area | null;
  formData: FormData | null;
  form: FormDefinition;
  materials: CaseMaterial[];
  engineState: 'none' | 'pending' | 'started' | 'ended';
  progressToken: string;
  decision?: {
    kind: 'grant' | 'refuse';
    at: string;
    by: NamedRef | string;
    reason: string;
    annulled?: { at: string; documentNo: string; reason: string } | null;
  } | null;
  commitment: Commitment | null;
  isTheme?: boolean;
  /** The theme that the case is an item of. */
  family?: { themeCaseId: string; themeCaseNo: string } | null;
  licenses: LicenseSummary[];
  actions: string[];
  licenseId?: string | null;
  /** Items of a visit that are about a license, with the one that is chosen. */
  memberLicenses: { packCode: string; itemName: Text; operationName: Text; licenseId: string | null }[];
  /** Accepted by law, not by the clerk. */
  deemedAccepted?: boolean;
  /** The open list of corrections. */
  supplement?: { round: number; items: { materialKey?: string; field?: string; problem: string }[] } | null;
  /** Opinions of departments that must agree. */
  joint: JointView[];
  /** Panels of experts. */
  panels: PanelView[];
}
/** Other cases of the same applicant. */
export interface RelatedCases {
  items: (CaseSummary & { decision: 'grant' | 'refuse' | null; licenses: LicenseSummary[] })[];
  /** How many more there are, of other departments. */
  hidden: number;
}
export type ElementState = 'passed' | 'current' | 'canceled' | 'skipped' | 'ahead';
/** The way of a case through its process. */
export interface ProcessPath {
  xml: string | null;
  recorded: boolean;
  flows: string[];
  elements: {
    id: string;
    name: Text;
    type: string;
    state: ElementState;
    told: boolean;
    stays: { from: string; to: string | null }[];
  }[];
}
/** What a clerk may change of a case before acceptance. */
export interface CaseEdit {
  applicant?: Partial<Applicant> | null;
  agent?: Partial<Agent> | null;
  area?: Area;
  formData?: FormData;
  licenseId?: string;
  memberLicenses?: Record<string, string>;
  formReasons?: Record<string, { key: ChangeReason; note?: string }>;
}
export interface CaseEvent {
  seq: number;
  at: string;
  actor: { name?: string; department?: string | NamedRef; system?: boolean; for?: string };
  type: string;
  text: Text | string;
  details?: unknown;
}
export interface CaseDocument {
  id: string;
  kind: string;
  number: string;
  title: Text | string;
  issuedAt: string;
  state: 'pending' | 'ready';
  downloadUrl: string;
}

export interface Clock {
  id: string;
  kind:
    | 'acceptance'
    | 'statutory'
    | 'promised'
    | 'step'
    | 'delivery'
    | 'publication'
    | 'publicNotice'
    | 'specialProcedure'
    | 'verification'
    | 'correction'
    | 'jointVisit'
    | 'hearingRequest'
    | 'hearingNotice'
    | 'hearingHold'
    | 'appeal'
    | 'waivedMaterial'
    | 'consultation'
    | 'materialSupply';
  limit: string;
  cite?: string | null;
  startAt: string;
  dueAt: string;
  provisional: boolean;
  state: 'running' | 'paused' | 'stopped' | 'ended';
  light: LightColour | null;
  remainingWorkdays: number | null;
  pauses: unknown[];
  extensions: unknown[];
  stoppedAt?: string | null;
}
export interface ClockExplanation {
  lines: { zh: string; en: string }[];
  text: string;
}

export interface TaskSummary {
  id: string;
  caseId: string;
  caseNo: string | null;
  packCode: string;
  itemName: Text;
  stepKey: string;
  stepName: Text;
  department: NamedRef;
  role: string;
  assignee: NamedRef | null;
  state: 'open' | 'claimed' | 'completing' | 'done';
  createdAt: string;
  dueAt: string | null;
  stepDueAt: string | null;
  light: LightColour | null;
  /** Working days left of the clock that matters, where the server tells them. */
  remaining?: { workdays: number } | null;
  batch: boolean;
  /** The assignee's own; it cannot be given back. */
  reserved?: boolean;
  /** Covered. */
  applicantName?: string;
  /** Town and village, by name. */
  town?: string;
  /** The absent colleague for whom its holder works on it. */
  for?: NamedRef | null;
  /** What it asked of others and has come in, unseen by its holder. */
  news?: { kind: 'materials' | 'consultation'; at: string }[];
  endedAt?: string | null;
}
export interface Outcome {
  key: string;
  name: Text;
  kind: 'forward' | 'back' | 'grant' | 'refuse';
  commentRequired?: boolean;
  /** A decision of its own: the officer authenticates again. */
  authenticates?: boolean;
}
export interface PreviousSubmission {
  stepKey: string;
  stepName: Text;
  at: string;
  by: NamedRef | string;
  formData: FormData;
  form: FormDefinition;
  outcome: Text | string | null;
  /** Taken back by who had completed the step. */
  undone?: boolean;
}
export interface TaskView extends TaskSummary {
  /** Why it came back; null at a first visit. */
  returned: Returned | null;
  delegation: Delegation | null;
  desk: Desk;
  /** Set at a step that delivers the decision. */
  delivery: TaskDelivery | null;
  /** Until when it may be returned as wrongly routed; null when it may not. */
  returnUntil: string | null;
  case: CaseView;
  form: FormDefinition;
  formData: FormData;
  /** Field of the form that names the outcome (`/result`), where no button does. */
  outcomeField: string | null;
  outcomes: Outcome[];
  decision: boolean;
  previousSubmissions: PreviousSubmission[];
  jointVisit?: JointVisit | null;
  /** Roster for a step that appoints experts. */
  experts: { account: string; name: string }[];
  clocks: Clock[];
  version?: number;
  /** What this person has filled in and not yet submitted. */
  draft?: StepDraft | null;
}
export interface StepDraft {
  formData: FormData;
  version: number;
  savedAt: string;
  /** Filled in on another version of the form; `formData` is what fits the present one. */
  outdated: boolean;
}
export interface TaskCounts {
  mine: number;
  department: number;
  claimed: number;
  unclaimed: number;
  watched: number;
  absent: number;
  green: number;
  yellow: number;
  red: number;
  paused: number;
  /** For whom one stands in today. */
  absentColleagues: (NamedRef & { toDay: string })[];
}
export interface BatchResult {
  taskId: string;
  ok: boolean;
  problem?: { code?: string; detail?: string; errors?: FieldError[] };
}

export type LicenseState =
  | 'draft'
  | 'issued'
  | 'suspended'
  | 'expired'
  | 'superseded'
  | 'annulled'
  | 'withdrawn'
  | 'revokedAsPenalty'
  | 'deregistered'
  | 'deemedRenewed';
export interface LicenseSummary {
  id: string;
  identifier: string;
  licenseNo: string;
  name: Text | string;
  type: string;
  holderName: string;
  issuer: string | NamedRef;
  issuedAt: string | null;
  validFrom: string;
  validTo: string | null;
  state: LicenseState;
  /** The act that ended its effect. */
  ended?: EndOfLicense | null;
  version: number;
}
export interface EndOfLicense {
  at: string;
  documentNo: string;
  legalBasis: string;
}
export interface LicenseView extends LicenseSummary {
  fields: Record<string, unknown> | { key?: string; name: Text | string; value: unknown }[];
  caseNo: string | null;
  hash: string | null;
  caseId?: string;
  versions: LicenseSummary[];
  /** Every round of its checks, through all versions, oldest first. */
  checks: LicenseCheck[];
  log: { at: string; by: string | NamedRef; type: string; purpose?: string | null }[];
}
export interface LicenseCheck {
  name: Text;
  dueDay: string;
  state: 'due' | 'missed' | 'passed' | 'ended';
  records: {
    day: string;
    result: 'passed' | 'failed';
    late: boolean;
    documentNo: string | null;
    at: string;
  }[];
}
/** What anybody is told of the checks of a license: the last one, and until when the next is due. */
export interface LastCheck {
  name: Text;
  last: { day: string; result: 'passed' | 'failed' } | null;
  nextDueDay: string | null;
  missed: boolean;
}
export interface Verdict {
  verdict: 'trusted' | 'intactUntrusted' | 'refused';
  reasons: (Text & { code: string })[];
  license?: {
    identifier: string;
    state: LicenseState;
    name: Text | string;
    issuer: string;
    holderNameMasked: string;
    ended?: EndOfLicense | null;
    checks?: LastCheck[];
  } | null;
  hashMatchesRegistry?: boolean | null;
}
export interface PublicLicense {
  found: boolean;
  state?: LicenseState;
  name?: Text | string;
  issuer?: string;
  validTo?: string | null;
  ended?: EndOfLicense | null;
  checks?: LastCheck[];
  qrVerified?: boolean | null;
}
export interface Progress {
  caseNo: string | null;
  itemName: Text;
  operation: string;
  state: CaseState;
  steps: { name: Text; state: 'done' | 'current' | 'todo'; at?: string | null }[];
  dueDay: string | null;
  light: LightColour | null;
  documents: { kind: string; title: Text | string }[];
  department: { name: string };
  theme?: ThemePlan | null;
  /** Checks to be made of what was granted, soonest first. */
  checks: { name: Text; opensDay: string | null; dueDay: string; state: 'due' | 'missed' }[];
  /** What the applicant is asked to bring to the window. */
  asked: { name: Text; problem: string; dueDay: string }[];
  bills: Bill[];
}

export interface Totals {
  green: number;
  yellow: number;
  red: number;
  paused: number;
}
export interface Board {
  asOf: string;
  totals: Totals & { doneOnTime: number; doneLate: number };
  byDepartment: (Totals & { department: Department })[];
  publications: { due: number; late: number; lateAt: NamedRef[] };
  findings: { open: number };
}
export interface Urge {
  id: string;
  caseId: string;
  caseNo?: string | null;
  kind: 'reminder' | 'order';
  message: string;
  replyDueDay?: string | null;
  state: string;
  at?: string;
  createdAt?: string;
  by?: NamedRef | string;
  department?: NamedRef;
  reply?: { text: string; at: string; by: NamedRef | string } | null;
}
export interface SupervisionFinding {
  id: string;
  kind: string;
  caseId?: string;
  caseNo: string | null;
  at: string;
  text?: Text | string;
  state: string;
}

/** An automatic step whose attempts are used up. */
export interface Incident {
  id: string;
  kind: 'work' | 'job';
  caseId: string | null;
  caseNo: string | null;
  itemName: Text | null;
  activity: string;
  message: string | null;
  at: string;
}
/** A delivery that stands still. */
export interface ParkedStream {
  id: string;
  caseId: string;
  caseNo: string | null;
  destination: 'engine' | 'documents' | 'notices';
  type: string;
  attempts: number;
  lastError: string | null;
  createdAt: string;
  waiting: number;
}

export interface PackFile {
  readonly path: string;
  readonly text: string;
}
export interface PackVersion {
  version: number;
  hash: string;
  publishedAt: string;
  publishedBy: string | NamedRef;
  note: string;
  state: 'live' | 'superseded' | 'retired';
  restores: number | null;
  retired: Retirement | null;
}
export interface PackListItem {
  packCode: string;
  name: Text;
  kind: string;
  department: NamedRef | string;
  published: PackVersion | null;
  runningCases: number;
  drafts: { by: string; savedAt: string }[];
}
export interface PackView {
  packCode: string;
  version: number;
  hash: string;
  files: PackFile[];
  manifest: unknown;
  versions: PackVersion[];
  retired: Retirement | null;
  draft: PackDraft | null;
}
export interface PackDraft {
  packCode: string;
  version: number;
  baseVersion: number;
  state: 'draft' | 'linted';
  findings: LintFinding[];
  files: PackFile[];
  savedAt: string;
}
export interface LintFinding {
  readonly code: string;
  severity: 'error' | 'warning';
  file: string;
  element?: string | undefined;
  zh: string;
  en: string;
  help?: { 'zh-CN': string; en: string } | undefined;
}
