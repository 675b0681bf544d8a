import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import { compareVersions } from './compareVersions.ts';

/**
 * The refusal of whoever edited version `base` when another one is live: it tells which is live, by whom and since when,
 * and what differs between the two, so that both works can be brought together.
 */
export async function versionConflict(app: AppContext, packCode: string, base: number): Promise<AppError> {
  const live = await app.packs.latest(packCode);
  const currentVersion = live?.version ?? 0;
  const diff =
    live === undefined || base < 1 || base >= currentVersion
      ? null
      : await compareVersions({ app, packCode, before: base, after: currentVersion });
  return new AppError('packChanged', {
    params: { currentVersion },
    extra: {
      currentVersion,
      current:
        live === undefined
          ? null
          : {
              hash: live.hash,
              publishedAt: live.publishedAt.toISOString(),
              publishedBy: live.publishedBy.name,
              note: live.note,
            },
      diff,
    },
  });
}
