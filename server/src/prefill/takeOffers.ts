import { validateSubmission } from '@onewindow/forms';
import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseDocument, SubmissionDocument } from '../cases/model.ts';
import { dataOf } from '../cases/personOf.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { requireState } from '../cases/requireState.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { formInvalid } from '../intake/applyIntakeEdit.ts';
import { newId } from '../store/newId.ts';
import { knownOf } from './knownValue.ts';
import { knownFrom, listOffers, openApplication } from './listOffers.ts';

/**
 * Fills what is known into the empty fields of the application and remembers of each where it came from. A use of a license
 * is recorded with the item as its purpose. An offer that is no longer there is passed over.
 * Throws AppError `versionRequired`, `versionConflict`, `stateConflict`, `notFound`, `formInvalid`.
 */
export async function takeOffers(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  version: number | undefined;
  offers: readonly string[];
}): Promise<CaseDocument> {
  const { app, actor, caseId, version } = input;
  if (version === undefined) throw new AppError('versionRequired');
  const { tenant } = app;
  const before = await readIntakeCase(app, actor, caseId);
  requireState(before, 'draft', 'supplementing');
  const application = await openApplication(app, before);
  if (application === undefined) throw new AppError('stateConflict', { params: { state: before.state } });
  const taken = (await listOffers(app, before, application)).filter(({ id }) => input.offers.includes(id));
  const data = { ...dataOf(app, application) };
  const known = knownOf(app, application);
  for (const offer of taken)
    for (const [key, value] of Object.entries(offer.values)) {
      if ((data[key] ?? '') !== '') continue;
      data[key] = value;
      known[key] = knownFrom(offer, value);
    }
  const loaded = await app.packs.version(before.packCode, before.packVersion);
  const form = loaded.form(application.formPath);
  const locale = 'zh-CN';
  const checked = await validateSubmission({ form, data, mode: 'draft', locale, knownFiles: new Map() });
  if (!checked.ok) throw formInvalid(checked.errors);
  const { subject } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    expectedVersion: version,
    known: before,
    work: async (change) => {
      const { session, now } = change;
      const sealed: Partial<SubmissionDocument> = {
        sealedData: app.cipher.seal(checked.data, application._id),
        sealedKnown: app.cipher.seal(known, application._id),
        at: now,
      };
      await app.models.submissions.updateOne({ _id: application._id }, { $set: sealed }, { session });
      for (const { licenseId, source, ref, values } of taken) {
        change.event('knownTaken', { knownSource: source, ref, count: Object.keys(values).length });
        if (licenseId === undefined) continue;
        const entry = {
          _id: newId(),
          schemaVersion: 1,
          tenant,
          licenseId,
          at: now,
          type: 'viewed',
          by: asAuthor(actor),
          purpose: change.subject.itemName['zh-CN'],
          details: { caseId },
        };
        await app.models.licenseLog.insertMany([entry], { session });
      }
    },
  });
  return subject;
}
