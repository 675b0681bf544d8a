import type { Model } from 'mongoose';
import type { BaseDocument } from './documentSchema.ts';

/** Indexes of earlier versions that others have replaced (docs/decisions/0013), by collection. */
const superseded: Record<string, readonly string[]> = {
  alerts: ['tenant_1_departmentId_1_firedAt_-1'],
  caseDocuments: ['tenant_1_caseId_1_issuedAt_1'],
  cases: [
    'tenant_1_caseNo_1',
    'tenant_1_state_1_updatedAt_-1__id_-1',
    'tenant_1_account.id_1_updatedAt_-1__id_-1',
    'tenant_1_account.officeId_1_state_1_updatedAt_-1__id_-1',
    'tenant_1_family.themeCaseId_1',
    'tenant_1_external.nextReadingAt_1',
    'tenant_1_decision.onTime_1_departmentId_1',
  ],
  clocks: ['tenant_1_state_1_departmentId_1_dueAt_1__id_1'],
  entitlements: ['tenant_1_departmentId_1_state_1__id_-1'],
  findings: [
    'tenant_1_state_1_foundAt_-1',
    'tenant_1_state_1_departmentId_1',
    'tenant_1_departmentId_1_foundAt_-1',
  ],
  licenses: ['tenant_1_nextReminderAt_1', 'tenant_1_caseId_1'],
  performanceFacts: ['tenant_1_performanceId_1_subjectId_1'],
  satisfactions: ['tenant_1_departmentId_1_at_-1', 'tenant_1_at_-1'],
  tasks: ['tenant_1_finishedKey_1'],
  urges: ['tenant_1_state_1_at_-1', 'tenant_1_departmentId_1_state_1_at_-1'],
};

/** Drops what an earlier version left. Another server copy may do the same at the same moment. */
export async function dropSuperseded({ collection }: Model<BaseDocument>): Promise<void> {
  const names = superseded[collection.collectionName];
  if (names === undefined) return;
  for (const { name } of await collection.indexes())
    if (name !== undefined && names.includes(name))
      await collection.dropIndex(name).catch((error: unknown) => {
        if (!(error instanceof Error && 'code' in error && error.code === 27)) throw error;
      });
}
