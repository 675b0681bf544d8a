import type { AppContext } from '../app/appContext.ts';
import { upTo } from '../store/upTo.ts';
import { recordExternal } from './recordExternal.ts';

/**
 * Asks the other systems about the cases whose status is due to be asked for, oldest first. One that does not answer is
 * asked again in the next round. Returns how many were read.
 */
export async function readExternalStates(app: AppContext): Promise<number> {
  if (!app.external.connected) return 0;
  const due = await app.models.cases
    .find({ tenant: app.tenant, 'external.nextReadingAt': upTo(app.time.now()) })
    .sort({ 'external.nextReadingAt': 1 })
    .limit(100)
    .lean();
  let read = 0;
  for (const { _id, packCode, external } of due) {
    try {
      const report = await app.external.read(packCode, external?.number ?? '');
      await recordExternal({
        app,
        caseId: _id,
        actor: { kind: 'system', name: 'externalSystem' },
        report: report ?? {},
      });
      read += 1;
    } catch (error) {
      app.log.warn({ caseId: _id, err: error }, 'external status not read, will be asked again');
    }
  }
  return read;
}
