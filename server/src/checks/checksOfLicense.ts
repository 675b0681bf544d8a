import type { AppContext } from '../app/appContext.ts';
import type { LicenseDocument } from '../licenses/model.ts';
import { holdingOfLicense } from './holdingOf.ts';
import type { CheckDocument } from './model.ts';
import { viewRecord } from './viewRecord.ts';

/** Every round of the checks of a license, through all its versions, oldest first. */
export async function checksOfLicense(app: AppContext, license: Pick<LicenseDocument, '_id' | 'supersedes'>) {
  const rounds = await roundsOf(app, license);
  return rounds.map((check) => ({
    name: check.name,
    kind: check.kind,
    dueDay: check.dueDay,
    state: check.state,
    records: check.records.map(viewRecord),
  }));
}

/** What anybody who verifies a license is told: the last check of each kind, and until when the next one is due. */
export async function lastChecksOf(app: AppContext, license: Pick<LicenseDocument, '_id' | 'supersedes'>) {
  const rounds = await roundsOf(app, license);
  const keys = [...new Set(rounds.map(({ checkKey }) => checkKey))];
  return keys.map((key) => {
    const own = rounds.filter(({ checkKey }) => checkKey === key);
    const last = own
      .flatMap(({ records }) => records)
      .sort((one, other) => one.at.getTime() - other.at.getTime())
      .at(-1);
    const open = own.filter((round) => round.open)[0];
    return {
      name: own.at(-1)?.name ?? { 'zh-CN': key, en: key },
      last: last === undefined ? null : { day: last.day, result: last.result },
      nextDueDay: open?.dueDay ?? null,
      missed: open?.state === 'missed',
    };
  });
}

async function roundsOf(
  app: AppContext,
  license: Pick<LicenseDocument, '_id' | 'supersedes'>,
): Promise<CheckDocument[]> {
  const holding = await holdingOfLicense(app, license);
  const rounds = (await app.models.checks.find({ tenant: app.tenant, holding }).lean()) as CheckDocument[];
  return rounds.sort((one, other) => (one.dueDay < other.dueDay ? -1 : 1));
}
