import { listFields } from '@onewindow/forms';
import type { AppContext } from '../app/appContext.ts';
import { maySeeClear } from '../cases/caseScope.ts';
import type { SubmissionDocument } from '../cases/model.ts';
import { dataOf } from '../cases/personOf.ts';
import { readCase } from '../cases/readCase.ts';
import type { Actor } from '../identity/actor.ts';
import { changedKnown, knownOf } from './knownValue.ts';
import { listOffers, showValue } from './listOffers.ts';

/**
 * What was filled in for the applicant, from where, what they changed of it and why; and, while the application is open, what
 * else is known. Throws AppError `notFound`.
 */
export async function readKnown(input: { app: AppContext; actor: Actor; caseId: string }) {
  const { app, actor, caseId } = input;
  const subject = await readCase(app, actor, caseId);
  const application = (await app.models.submissions
    .findOne({ tenant: app.tenant, caseId, stepKey: 'intake' })
    .lean()) as SubmissionDocument | null;
  if (application === null || !maySeeClear(actor, subject)) return { filled: [], offers: [] };
  const loaded = await app.packs.version(subject.packCode, application.packVersion);
  const form = loaded.form(application.formPath);
  const labels = new Map(listFields(form).map(({ path, label }) => [path, label]));
  const known = knownOf(app, application);
  const changed = changedKnown(known, dataOf(app, application));
  const handles = actor.roles.includes('clerk') && subject.createdBy.departmentId === actor.department.id;
  const offers = application.open && handles ? await listOffers(app, subject, application) : [];
  const labelOf = (key: string) => labels.get(key) ?? { 'zh-CN': key, en: key };
  return {
    filled: Object.entries(known).map(([key, { value, source, ref, day, reason }]) => ({
      field: key,
      label: labelOf(key),
      source,
      ref: ref ?? '',
      day: day ?? '',
      value: showValue(form, key, value),
      changed: changed.includes(key),
      reason: reason === undefined ? null : { key: reason.key, note: reason.note },
    })),
    offers: offers.map(({ id, source, ref, day, name, values }) => ({
      id,
      source,
      ref,
      day,
      name,
      fields: Object.entries(values).map(([key, value]) => ({
        field: key,
        label: labelOf(key),
        value: showValue(form, key, value),
      })),
    })),
  };
}
