import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { newId } from '../store/newId.ts';
import type { FindingDocument } from './model.ts';

/** Opens a finding 监察发现 in the transaction of what it found; `effectKey` makes it one, however often it is looked for. */
export async function openFinding(
  app: AppContext,
  change: CaseChange,
  found: Pick<FindingDocument, 'effectKey' | 'kind' | 'departmentId' | 'dueAt' | 'details'>,
): Promise<void> {
  const { subject, now, session } = change;
  await app.models.findings.insertMany(
    [
      {
        _id: newId(),
        schemaVersion: 1,
        tenant: app.tenant,
        caseId: subject._id,
        caseNo: subject.caseNo ?? '',
        foundAt: now,
        state: 'open',
        ...found,
      },
    ],
    { session },
  );
}
