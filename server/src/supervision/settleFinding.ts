import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { changeRecordIn } from './changeRecord.ts';

/**
 * Closes a finding whose cause is gone (the material came, the check was passed, the rating was answered), in the
 * transaction of what settled it. Nothing happens where there is none or it is closed.
 */
export async function settleFinding(app: AppContext, change: CaseChange, effectKey: string): Promise<void> {
  const { session, now, actor } = change;
  const found = await app.models.findings
    .findOne({ tenant: app.tenant, effectKey }, { state: 1 }, { session })
    .lean();
  if (found?.state !== 'open') return;
  await changeRecordIn(
    session,
    {
      app,
      model: app.models.findings,
      id: found._id,
      actor,
      work: async (record) => {
        Object.assign(record.record, { state: 'closed', stage: 'closed', result: 'settled', closedAt: now });
        await record.rest();
        await record.event('findingSettled');
      },
    },
    now,
  );
}
