import { readFileSync } from 'node:fs';
import { type DocumentTemplate, documentTemplateSchema } from './documentTemplate.ts';

/** The built-in statutory documents, by kind. */
export const statutoryKinds = [
  'receipt',
  'acceptanceNotice',
  'supplementNotice',
  'refusalOfAcceptance',
  'specialProcedureNotice',
  'extensionNotice',
  'hearingRightNotice',
  'hearingNotice',
  'grantDecision',
  'refusalDecision',
  'serviceReceipt',
  'commitmentLetter',
  'waiverLetter',
  'correctionOrder',
  'annulmentDecision',
  'amendedDecision',
  'reclaimDecision',
  'themeReceipt',
  'supervisionReminder',
  'supervisionOrder',
  'yellowCard',
  'redCard',
  'evaluationReport',
  'performanceEvaluation',
] as const;

export type StatutoryKind = (typeof statutoryKinds)[number];

const read = new Map<StatutoryKind, DocumentTemplate>();

/** The template of a statutory document; read once. */
export function statutoryTemplate(kind: StatutoryKind): DocumentTemplate {
  const known = read.get(kind);
  if (known) return known;
  const file = new URL(`./statutory/${kind}.json`, import.meta.url);
  const template = documentTemplateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  read.set(kind, template);
  return template;
}
