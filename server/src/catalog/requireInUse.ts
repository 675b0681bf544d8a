import type { ClientSession } from 'mongoose';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';

/**
 * A case may begin on this version of the pack: neither it nor the live one is retired.
 * Throws AppError `itemRetired`.
 */
export async function requireInUse(
  app: AppContext,
  subject: { packCode: string; packVersion: number; itemName: { 'zh-CN': string } },
  session?: ClientSession,
): Promise<void> {
  const { packCode, packVersion } = subject;
  const versions = await app.models.packVersions
    .find(
      { tenant: app.tenant, packCode, version: trusted({ $gte: packVersion }) },
      { version: 1, retired: 1 },
      session === undefined ? {} : { session },
    )
    .sort({ version: 1 })
    .lean();
  if ([versions[0], versions.at(-1)].some((entry) => entry?.retired !== undefined))
    throw new AppError('itemRetired', { params: { item: subject.itemName['zh-CN'] } });
}
