import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import { isKeptFrom } from '../panel/panelScope.ts';
import { maySeeForms } from './caseScope.ts';
import type { CaseDocument, SubmissionDocument } from './model.ts';
import { dataOf } from './personOf.ts';

/**
 * What the steps of a case filled in, oldest first, each with the form it was filled in with. The content is for the
 * window and the deciding side; others are told which steps there were.
 */
export async function viewSubmissions(
  app: AppContext,
  actor: Actor,
  subject: CaseDocument,
  /** All of the case, when the caller has just read them. */
  known?: readonly SubmissionDocument[],
) {
  const submissions = known ?? (await readSubmissions(app, subject));
  const clear = maySeeForms(actor, subject);
  const told = submissions.filter(
    (entry) => entry.stepKey !== 'intake' && !isKeptFrom(actor, subject, entry),
  );
  return Promise.all(told.map((entry) => view(app, subject, entry, clear)));
}

/** Everything that was filled in for a case, oldest first; the application is the one of the step `intake`. */
export async function readSubmissions(app: AppContext, subject: CaseDocument): Promise<SubmissionDocument[]> {
  return (await app.models.submissions
    .find({ tenant: app.tenant, caseId: subject._id })
    .sort({ at: 1 })
    .lean()) as SubmissionDocument[];
}

/** With the form and names of the version under which it was filled in: a migrated case has more than one. */
async function view(app: AppContext, subject: CaseDocument, entry: SubmissionDocument, clear: boolean) {
  const loaded = await app.packs.version(subject.packCode, entry.packVersion);
  const step = loaded.step(entry.stepKey);
  return {
    stepKey: entry.stepKey,
    stepName: step.name,
    at: entry.at.toISOString(),
    by: entry.by.name,
    formData: clear ? dataOf(app, entry) : {},
    form: loaded.form(entry.formPath),
    undone: entry.undoneAt !== undefined,
    outcome: step.outcomes.find((outcome) => outcome.key === entry.outcome)?.name ?? null,
  };
}
