import type { AppContext } from '../app/appContext.ts';
import type { CheckDocument } from './model.ts';

/** Checks that are to be made of what a case granted, soonest first: the holder sees them on the progress page. */
export async function openChecksOf(app: AppContext, caseId: string): Promise<CheckDocument[]> {
  const rounds = (await app.models.checks.find({ tenant: app.tenant, caseId }).lean()) as CheckDocument[];
  return rounds.filter(({ open }) => open).sort((one, other) => (one.dueDay < other.dueDay ? -1 : 1));
}
