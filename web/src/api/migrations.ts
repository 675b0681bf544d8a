import { request } from './request.ts';
import type { Text } from './types.ts';

/** Calls on the migration of running cases; each throws Problem. */

export interface MovableCase {
  id: string;
  caseNo: string;
  state: string;
  steps: Text[];
  /** Version that the case is on its way to. */
  migratingTo: number | null;
}

export type LimitChoice = 'keep' | 'shorten';

export interface MigrationWish {
  from: number;
  to: number;
  cases: readonly string[];
  mapping: Readonly<Record<string, string>>;
  limits: LimitChoice;
}

export interface MigrationFinding {
  code: string;
  severity: 'blocking' | 'warning' | 'info';
  element?: string;
  zh: string;
  en: string;
  help: Text;
}

export interface PlannedLimit {
  limit: string;
  dueAt: string;
}

export interface PlannedCase {
  id: string;
  caseNo: string;
  fits: boolean;
  tasks: { step: string; name: Text; to: string | null; toName: Text | null }[];
  clocks: { kind: string; before: PlannedLimit | null; after: PlannedLimit | null }[];
  findings: MigrationFinding[];
}

export interface MigrationPlan {
  from: number;
  to: number;
  hash: string;
  possible: boolean;
  steps: { key: string; name: Text; to: string | null }[];
  targets: { key: string; name: Text }[];
  findings: MigrationFinding[];
  cases: PlannedCase[];
}

export interface MigrationSummary {
  id: string;
  from: number;
  to: number;
  note: string;
  by: string;
  /** ISO 8601. */
  at: string;
  /** Cases that were not begun: they can still be stopped. */
  waiting: number;
  /** Cases that were not begun, or are on their way. */
  open: number;
  moved: number;
  stayed: number;
}

export interface Migration extends MigrationSummary {
  cases: {
    id: string;
    caseNo: string;
    state: 'chosen' | 'ordered' | 'moved' | 'stayed';
    reason: Text | null;
  }[];
}

const at = (packCode: string) => `/packs/${encodeURIComponent(packCode)}`;

/** Cases that run on a version, the first 200. */
export const listMovable = (packCode: string, version: number) =>
  request<{ items: MovableCase[]; total: number }>('GET', `${at(packCode)}/versions/${version}/cases`);

/** What a migration would do; changes nothing. */
export const planMigration = (packCode: string, wish: MigrationWish) =>
  request<MigrationPlan>('POST', `${at(packCode)}/migrations/plan`, { body: wish });

/** Orders the plan that was shown. Throws Problem `migrationPlanChanged` (with `plan`), `migrationImpossible`. */
export const orderMigration = (
  packCode: string,
  order: MigrationWish & { planHash: string; note: string },
  idempotencyKey: string,
) => request<Migration>('POST', `${at(packCode)}/migrations`, { body: order, idempotencyKey });

/** Migrations of a pack, latest first. */
export const listMigrations = (packCode: string) =>
  request<{ items: MigrationSummary[] }>('GET', `${at(packCode)}/migrations`);

/** Cases that were not begun stay where they are. */
export const stopMigration = (packCode: string, id: string, reason: string) =>
  request<Migration>('POST', `${at(packCode)}/migrations/${encodeURIComponent(id)}/stop`, {
    body: { reason },
  });

export const readMigration = (packCode: string, id: string) =>
  request<Migration>('GET', `${at(packCode)}/migrations/${encodeURIComponent(id)}`);
