import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { departmentRef } from '../cases/viewCase.ts';

/** The packs with their live version and the number of cases running on any version. */
export async function listPacks(app: AppContext) {
  const items = await app.models.items.find({ tenant: app.tenant }).sort({ packCode: 1 }).lean();
  return {
    items: await Promise.all(
      items.map(async (item) => {
        const live = await app.packs.latest(item.packCode);
        const runningCases = await app.models.cases.countDocuments({
          tenant: app.tenant,
          packCode: item.packCode,
          state: trusted({ $in: ['accepted', 'decided'] }),
        });
        return {
          packCode: item.packCode,
          name: item.name,
          kind: item.kind,
          department: departmentRef(app, item.departmentId),
          published:
            live === undefined
              ? null
              : {
                  version: live.version,
                  hash: live.hash,
                  publishedAt: live.publishedAt.toISOString(),
                  publishedBy: live.publishedBy.name,
                  note: live.note,
                },
          runningCases,
        };
      }),
    ),
  };
}
