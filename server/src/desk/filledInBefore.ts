import { type FormDefinition, listWritableKeys } from '@onewindow/forms';
import type { AppContext } from '../app/appContext.ts';
import type { SubmissionDocument } from '../cases/model.ts';
import { dataOf } from '../cases/personOf.ts';
import { agreedFormOf } from '../cosign/viewCosign.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { draftOf } from './taskDraft.ts';

/**
 * What the form of a task holds when it is opened: what was put to co-signers, else what a delegate has prepared, else what was filled in before the case
 * came back to this step, over what the case itself gives (`prefill`), which wins where the form lets nobody change it.
 */
export async function filledInBefore(options: {
  app: AppContext;
  task: TaskDocument;
  form: FormDefinition;
  prefill: Record<string, unknown>;
}): Promise<Record<string, unknown>> {
  const { app, task, form, prefill } = options;
  if (!task.active) return prefill;
  const signed = await agreedFormOf(app, task._id);
  if (signed !== undefined) return { ...prefill, ...signed };
  const draft = task.delegation === undefined ? {} : await draftOf(app, task);
  const before = Object.keys(draft).length > 0 ? draft : await earlierOf(app, task);
  const writable = new Set(listWritableKeys(form));
  const kept = Object.entries(before).filter(([key]) => writable.has(key) || !(key in prefill));
  return { ...prefill, ...Object.fromEntries(kept) };
}

/** What was filled in last at a step to which the case was sent back, or that was undone; nothing at a first visit. */
async function earlierOf(app: AppContext, task: TaskDocument): Promise<Record<string, unknown>> {
  if (task.returned === undefined) return {};
  const [last] = (await app.models.submissions
    .find({ tenant: app.tenant, caseId: task.caseId, stepKey: task.stepKey })
    .sort({ at: -1, _id: -1 })
    .limit(1)
    .lean()) as SubmissionDocument[];
  return last === undefined ? {} : dataOf(app, last);
}
