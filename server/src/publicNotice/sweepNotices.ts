import type { AppContext } from '../app/appContext.ts';
import { upTo } from '../store/upTo.ts';

/** Takes down the notices whose period has ended, with what they showed. Returns how many. */
export async function sweepNotices(app: AppContext): Promise<number> {
  const ended = await app.models.publicNotices.updateMany(
    { tenant: app.tenant, state: 'posted', endsAt: upTo(app.time.now()) },
    { $set: { state: 'ended' }, $unset: { sealedRows: 1 } },
  );
  return ended.modifiedCount;
}
