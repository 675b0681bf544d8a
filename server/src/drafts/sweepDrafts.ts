import type { AppContext } from '../app/appContext.ts';
import { daysKept, sweepTexts } from '../catalog/keepTexts.ts';
import { upTo } from '../store/upTo.ts';

const day = 86_400_000;

/** Forgets saves that are older than their texts are kept, who had packs open a day ago, and texts that nobody refers to. */
export async function sweepDrafts(app: AppContext): Promise<void> {
  const { tenant } = app;
  const now = app.time.now().getTime();
  await app.models.packRevisions.deleteMany({
    tenant,
    savedAt: upTo(new Date(now - (daysKept - 1) * day)),
  });
  await app.models.packPresence.deleteMany({ tenant, seenAt: upTo(new Date(now - day)) });
  await sweepTexts(app);
}
