import type { AppContext } from '../app/appContext.ts';
import { daysKept } from '../catalog/keepTexts.ts';
import { upTo } from '../store/upTo.ts';

const day = 86_400_000;

/** Forgets saves that are older than their texts are kept, and who had packs open a day ago. */
export async function sweepDrafts(app: AppContext): Promise<void> {
  const { tenant } = app;
  const now = app.time.now().getTime();
  await app.models.packRevisions.deleteMany({
    tenant,
    savedAt: upTo(new Date(now - (daysKept - 1) * day)),
  });
  await app.models.packPresence.deleteMany({ tenant, seenAt: upTo(new Date(now - day)) });
}
