import type { Check } from '@onewindow/processes';
import type { PlannedReminder } from '../clocks/remindersBefore.ts';
import type { Text } from '../errors/appError.ts';
import type { LicenseState } from '../licenses/model.ts';
import {
  type BaseDocument,
  count,
  documentSchema,
  flag,
  instant,
  nested,
  optionalInstant,
  optionalText,
  text,
} from '../store/documentSchema.ts';

/** A check as it was made. What its form says is sealed under the id of the round. */
export interface CheckRecord {
  /** Shanghai day of the check. */
  day: string;
  result: 'passed' | 'failed';
  opinion: string;
  /** Number of the report, where there is one. */
  documentNo?: string;
  /** Made after the due day. */
  late: boolean;
  by: { id: string; name: string; departmentId: string };
  at: Date;
  sealedData?: string;
}

/**
 * One round of a check 复审、年检、定期检验、待遇复核: from the issue of a license, the grant of a benefit or the last check
 * up to the check that is passed. A round that was missed stays open until then.
 */
export interface CheckDocument extends BaseDocument {
  /** What is held, check and number of the round: each round is begun once. */
  effectKey: string;
  /** What is checked, through all versions of it: see `holdingOf`. */
  holding: string;
  licenseId?: string;
  licenseNo?: string;
  holderMasked: string;
  /** The case that granted what is held, in its present version. */
  caseId: string;
  caseNo: string;
  packCode: string;
  packVersion: number;
  itemName: Text;
  checkKey: string;
  kind: Check['kind'];
  name: Text;
  cite: string;
  onMissed: Check['onMissed'];
  departmentId: string;
  /** Short form of the interval. */
  limit: string;
  /** Shanghai day from which the interval counts. */
  sinceDay: string;
  /** First day of its window; not to be made before. */
  opensDay?: string;
  dueDay: string;
  dueAt: Date;
  provisional: boolean;
  yellowAt: Date;
  /** Can a check still be recorded? */
  open: boolean;
  state: 'due' | 'missed' | 'passed' | 'ended';
  reminders: PlannedReminder[];
  missedAt?: Date;
  /** Earliest of: reminder, missed. Absent when nothing can happen any more. */
  nextFireAt?: Date;
  records: CheckRecord[];
  /** The license was suspended because of this round; its state before. */
  suspendedFrom?: LicenseState;
  endedBecause?: string;
  version: number;
}

export const checkSchema = documentSchema<CheckDocument>('checks', {
  effectKey: text,
  holding: text,
  licenseId: optionalText,
  licenseNo: optionalText,
  holderMasked: { type: String, default: '' },
  caseId: text,
  caseNo: text,
  packCode: text,
  packVersion: count,
  itemName: nested,
  checkKey: text,
  kind: text,
  name: nested,
  cite: text,
  onMissed: text,
  departmentId: text,
  limit: text,
  sinceDay: text,
  opensDay: optionalText,
  dueDay: text,
  dueAt: instant,
  provisional: flag,
  yellowAt: instant,
  open: flag,
  state: text,
  reminders: nested,
  missedAt: optionalInstant,
  nextFireAt: optionalInstant,
  records: nested,
  suspendedFrom: optionalText,
  endedBecause: optionalText,
  version: count,
});
checkSchema.index({ tenant: 1, effectKey: 1 }, { unique: true });
checkSchema.index({ tenant: 1, holding: 1 });
checkSchema.index({ tenant: 1, caseId: 1 });
// The range field ends each index: docs/decisions/0004.
checkSchema.index({ tenant: 1, nextFireAt: 1 });
checkSchema.index({ tenant: 1, departmentId: 1, open: 1, dueAt: 1 });
checkSchema.index({ tenant: 1, departmentId: 1, open: 1, yellowAt: 1 });
