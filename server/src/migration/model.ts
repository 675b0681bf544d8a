import type { MigrationPlan } from '@onewindow/engine';
import type { Text } from '../errors/appError.ts';
import { type BaseDocument, count, documentSchema, instant, nested, text } from '../store/documentSchema.ts';

/** What happens to the clocks of the law that run: they stay as accepted, or follow the new version where that is sooner. */
export const limitChoices = ['keep', 'shorten'] as const;
export type LimitChoice = (typeof limitChoices)[number];

/** A migration that was ordered: who, why, which versions, and the instructions as they were shown. Never changed. */
export interface MigrationDocument extends BaseDocument {
  packCode: string;
  from: number;
  to: number;
  /** What the engine is told. */
  plan: MigrationPlan;
  /** Old element → new element, as mapped by hand. */
  mapping: { from: string; to: string }[];
  limits: LimitChoice;
  note: string;
  /** Hash of the plan that was shown and confirmed. */
  planHash: string;
  by: { id: string; name: string; departmentId: string };
  at: Date;
}

export const migrationSchema = documentSchema<MigrationDocument>('migrations', {
  packCode: text,
  from: count,
  to: count,
  plan: nested,
  mapping: nested,
  limits: text,
  note: text,
  planHash: text,
  by: nested,
  at: instant,
});
migrationSchema.index({ tenant: 1, packCode: 1, at: 1 });

/**
 * - `chosen`: confirmed, not begun;
 * - `ordered`: the engine has been asked, or will be when it is back;
 * - `moved`: the case is on the new version;
 * - `stayed`: it was not moved, `reason` says why, and goes on where it was.
 */
export type CaseMigrationState = 'chosen' | 'ordered' | 'moved' | 'stayed';

/** One case of a migration. */
export interface CaseMigrationDocument extends BaseDocument {
  migrationId: string;
  caseId: string;
  caseNo: string;
  state: CaseMigrationState;
  /** What the plan said about the case: another look must say the same. */
  digest: string;
  reason?: Text;
  /** When the state was last changed. */
  at: Date;
}

export const caseMigrationSchema = documentSchema<CaseMigrationDocument>('caseMigrations', {
  migrationId: text,
  caseId: text,
  caseNo: text,
  state: text,
  digest: text,
  reason: nested,
  at: instant,
});
caseMigrationSchema.index({ tenant: 1, migrationId: 1, caseId: 1 }, { unique: true });
// The range field ends the index: docs/decisions/0004.
caseMigrationSchema.index({ tenant: 1, state: 1, at: 1 });
caseMigrationSchema.index({ tenant: 1, caseId: 1, state: 1 });
