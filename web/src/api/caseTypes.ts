// Cases as the pages read them, with their materials, agents, themes and progress.

import type { Clock } from './clockTypes.ts';
import type { DeliveryWish } from './delivery.ts';
import type { Bill } from './fees.ts';
import type { Identification } from './identification.ts';
import type { CreditRecordKind, SignedBy } from './itemTypes.ts';
import type { ChangeReason } from './known.ts';
import type { LicenseSummary } from './licenseTypes.ts';
import type { GivenRating } from './portal.ts';
import type { FormData, FormDefinition, LightColour, NamedRef, Text } from './types.ts';

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
    /** What appeals changed of it; the words only for who sees persons clearly. */
    amendments?: Amendment[];
    annulled?: {
      at: string;
      documentNo: string;
      reason: string;
      /** On appeal; absent where the department itself annulled it. */
      outcome?: 'changed' | 'revoked';
      remade?: { caseId: string; caseNo: string };
    } | null;
  } | null;
  /** The decision that is made anew here. */
  remakes?: {
    caseId: string;
    caseNo: string;
    way: 'internal' | 'reconsideration' | 'litigation';
    documentNo: string;
    servedOn: string;
    ordered: boolean;
    barred: 'grant' | 'refuse' | null;
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
  actor: {
    name?: string;
    department?: string | NamedRef;
    system?: boolean;
    /** What a part of the system is called. */
    label?: Text;
    for?: string;
  };
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
export interface Progress {
  caseNo: string | null;
  itemName: Text;
  operation: string;
  state: CaseState;
  /** Parts of the decision that appeals changed; the rest stands. */
  amended: { at: string; outcome: 'changed' | 'revokedInPart'; documentNo: string; parts: Text[] }[];
  /** An appeal took the decision away: since when, and where the matter goes on. */
  overturned: {
    outcome: 'changed' | 'revoked';
    at: string;
    documentNo: string;
    remade: { caseNo: string; token: string } | null;
  } | null;
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
  onBatchList: boolean;
  rating: GivenRating | null;
  mayRate: boolean;
}
/** Parts of a decision that an appeal changed or revoked. */
export interface Amendment {
  at: string;
  way: 'internal' | 'reconsideration' | 'litigation';
  outcome: 'changed' | 'revokedInPart';
  documentNo: string;
  /** Of the document that tells the decision as changed. */
  number: string;
  parts: { label: Text; before: string | null; after: string | null }[];
}
