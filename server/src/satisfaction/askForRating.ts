import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { personOf } from '../cases/personOf.ts';

/** Key of the notice; a pack may have its own words in `notices/rateService.yaml`, or no text message by its `channels`. */
export const ratingNotice = 'rateService';

/**
 * After the decision was delivered, owes whoever applied one text message that asks how the service was (国办发〔2019〕51号): once
 * a case, where there is a phone and no rating yet. Not for a benefit that is merely renewed: nobody was served.
 */
export async function askForRating({ app, change }: { app: AppContext; change: CaseChange }): Promise<void> {
  const { subject, session, now } = change;
  if (subject.ratingAskedAt !== undefined || !hasPhone(app, subject)) return;
  const { pack } = await app.packs.version(subject.packCode, subject.packVersion);
  if (pack.payment !== undefined && subject.operation === 'renew') return;
  if (await isRated(app, subject._id, session)) return;
  subject.ratingAskedAt = now;
  change.outbox({ destination: 'notices', type: 'sendNotice', payload: { notice: ratingNotice } });
}

/** Whether a step of the process hands the decision over; where none does, the decision is told when it is made. */
export async function isDeliveredByStep(app: AppContext, subject: CaseDocument): Promise<boolean> {
  const { pack } = await app.packs.version(subject.packCode, subject.packVersion);
  return Object.values(pack.steps).some(({ effects }) =>
    effects.some((effect) => 'recordDelivery' in effect),
  );
}

/** Whether the applicant has rated already: at the window while the paper was handed over, say. */
export async function isRated(
  app: AppContext,
  caseId: string,
  session: CaseChange['session'] | null = null,
): Promise<boolean> {
  const known = await app.models.satisfactions
    .findOne({ tenant: app.tenant, caseId }, { _id: 1 }, { session })
    .lean();
  return known !== null;
}

function hasPhone(app: AppContext, subject: CaseDocument): boolean {
  const { applicant, agent } = personOf(app, subject);
  return [applicant?.phone, agent?.phone].some((phone) => phone !== undefined && phone !== '');
}
