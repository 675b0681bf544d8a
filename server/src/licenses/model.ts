import type { PlannedReminder } from '../clocks/remindersBefore.ts';
import type { Text } from '../errors/appError.ts';
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

export const licenseStates = [
  'draft',
  'issued',
  'suspended',
  'expired',
  'superseded',
  'annulled',
  'withdrawn',
  'revokedAsPenalty',
  'deregistered',
  'deemedRenewed',
] as const;
export type LicenseState = (typeof licenseStates)[number];

/** A license 证照 (GB/T 36903). Holder and fields are sealed; nothing is ever overwritten or deleted but the state. */
export interface LicenseDocument extends BaseDocument {
  /** case + `license` + decision number: one license, however often the worker runs. */
  effectKey: string;
  /** 证照标识 with check character (GB/T 36904). Allocated with the intent. */
  identifier: string;
  /** 证照编号. */
  licenseNo: string;
  typeCode: string;
  /** Key by which packs name the type. */
  type: string;
  name: Text;
  serial: string;
  versionNo: number;
  state: LicenseState;
  issuerId: string;
  issuerName: string;
  issuerUscc: string;
  caseId: string;
  caseNo: string;
  authorisationId: string;
  /** Sealed {holders, fields}. */
  sealedContent: string;
  /** SHA-256 of the canonical license content: what the QR code signs. */
  contentHash: string;
  holderIndex: string;
  holderMasked: string;
  validFrom: string;
  /** Shanghai day; absent for long-term licenses. */
  validTo?: string;
  issuedAt?: Date;
  fileId?: string;
  /** SHA-256 of the signed PDF. */
  sha256?: string;
  supersedes?: string;
  supersededBy?: string;
  /** Of an annulled version: the one that it had replaced and that is in force again. */
  givesWayTo?: string;
  /** The act that ended its effect (annulment, withdrawal, …): when, by which document, on which article. */
  ended?: { at: Date; documentNo: string; legalBasis: string };
  /** Reminders before the last valid day. */
  expiryReminders?: PlannedReminder[];
  /** The earliest of them that was not sent; absent when there is none. */
  nextReminderAt?: Date;
  createdAt: Date;
  version: number;
}

export const licenseSchema = documentSchema<LicenseDocument>('licenses', {
  effectKey: text,
  identifier: text,
  licenseNo: text,
  typeCode: text,
  type: text,
  name: nested,
  serial: text,
  versionNo: count,
  state: text,
  issuerId: text,
  issuerName: text,
  issuerUscc: text,
  caseId: text,
  caseNo: text,
  authorisationId: text,
  sealedContent: text,
  contentHash: text,
  holderIndex: text,
  holderMasked: text,
  validFrom: text,
  validTo: optionalText,
  issuedAt: optionalInstant,
  fileId: optionalText,
  sha256: optionalText,
  supersedes: optionalText,
  supersededBy: optionalText,
  givesWayTo: optionalText,
  ended: nested,
  expiryReminders: nested,
  nextReminderAt: optionalInstant,
  createdAt: instant,
  version: count,
});
licenseSchema.index({ tenant: 1, effectKey: 1 }, { unique: true });
licenseSchema.index({ tenant: 1, identifier: 1 }, { unique: true });
licenseSchema.index({ tenant: 1, licenseNo: 1, versionNo: 1 }, { unique: true });
licenseSchema.index({ tenant: 1, holderIndex: 1, state: 1 });
licenseSchema.index({ tenant: 1, caseId: 1, state: 1 });
licenseSchema.index({ tenant: 1, sha256: 1 });
licenseSchema.index({ tenant: 1, fileId: 1 });
licenseSchema.index({ tenant: 1, state: 1, validTo: 1 });
// The range field ends the index: docs/decisions/0004.
licenseSchema.index({ tenant: 1, issuerId: 1, state: 1, validTo: 1 });
licenseSchema.index({ tenant: 1, nextReminderAt: 1 }, { name: 'reminders' });

/** Issue, transition and use of a license; never changed. */
export interface LicenseLogDocument extends BaseDocument {
  licenseId: string;
  at: Date;
  type: string;
  by: { id: string; name: string; departmentId: string } | { system: string };
  /** 用证事由 of a use; legal basis of a transition. */
  purpose: string;
  details: Record<string, unknown>;
}

export const licenseLogSchema = documentSchema<LicenseLogDocument>('licenseLog', {
  licenseId: text,
  at: instant,
  type: text,
  by: nested,
  purpose: { type: String, default: '' },
  details: nested,
});
licenseLogSchema.index({ tenant: 1, licenseId: 1, at: 1 });
