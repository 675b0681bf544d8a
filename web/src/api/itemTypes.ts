// What the catalogue tells of items.

import type { FormDefinition, NamedRef, Text } from './types.ts';

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
