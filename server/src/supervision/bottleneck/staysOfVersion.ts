import { trusted } from 'mongoose';
import type { AppContext } from '../../app/appContext.ts';
import { readStays, type StepStay } from './readStays.ts';

/** So many of the latest stays tell how long steps take. */
export const stayLimit = 2_000;

/** Of the latest stays at the steps of an item those of cases on a version, of one department where it is named. */
export async function staysOfVersion(
  app: AppContext,
  of: { packCode: string; version: number; departmentId: string | undefined },
): Promise<StepStay[]> {
  const { packCode, version, departmentId } = of;
  const every = await readStays({ app, packCode, departmentId, most: stayLimit });
  const versionOf = await readVersions(app, [...new Set(every.map(({ caseId }) => caseId))]);
  return every.filter(({ caseId }) => versionOf.get(caseId) === version);
}

/** Cases read together. */
const batch = 200;

async function readVersions(
  app: AppContext,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const versions = new Map<string, number>();
  for (let at = 0; at < caseIds.length; at += batch) {
    const read = await app.models.cases
      .find({ _id: trusted({ $in: caseIds.slice(at, at + batch) }) }, { packVersion: 1 })
      .lean();
    for (const { _id, packVersion } of read) versions.set(_id, packVersion);
  }
  return versions;
}
