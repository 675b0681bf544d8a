import { type FormDefinition, validateSubmission } from '@onewindow/forms';
import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { filesOfTask } from '../files/knownFiles.ts';
import type { Actor } from '../identity/actor.ts';
import type { StepDraftDocument } from './model.ts';

export interface StepDraftView {
  /** What fits the form as it is now. */
  formData: Record<string, unknown>;
  version: number;
  savedAt: string;
  /** True when it was filled in on another version of the form: the person decides whether to take it over. */
  outdated: boolean;
}

/** What this person has filled in at a task, or null. */
export async function readStepDraft(
  app: AppContext,
  actor: Actor,
  now: { taskId: string; packVersion: number; form: FormDefinition; prefill: Record<string, unknown> },
): Promise<StepDraftView | null> {
  const { taskId } = now;
  const draft = (await app.models.stepDrafts
    .findOne({ tenant: app.tenant, taskId, userId: actor.id })
    .lean()) as StepDraftDocument | null;
  if (draft === null) return null;
  const data = app.cipher.open<Record<string, unknown>>(draft.sealedData, draft._id);
  const outdated = draft.packVersion !== now.packVersion;
  const formData = outdated ? await fittingOf(app, data, now) : data;
  return { formData, version: draft.version, savedAt: draft.savedAt.toISOString(), outdated };
}

async function fittingOf(
  app: AppContext,
  data: Record<string, unknown>,
  {
    taskId,
    form,
    prefill: stored,
  }: { taskId: string; form: FormDefinition; prefill: Record<string, unknown> },
): Promise<Record<string, unknown>> {
  const knownFiles = await filesOfTask(app, taskId);
  const checked = await validateSubmission({
    form,
    data,
    mode: 'draft',
    locale: 'zh-CN',
    stored,
    knownFiles,
  });
  return checked.data;
}

/** Forgets what was filled in at a task: everybody's when it is completed, else one person's. */
export async function dropStepDrafts(
  app: AppContext,
  which: { taskId: string; userId?: string; session?: ClientSession },
): Promise<void> {
  const { taskId, userId, session } = which;
  const filter = { tenant: app.tenant, taskId, ...(userId === undefined ? {} : { userId }) };
  await app.models.stepDrafts.deleteMany(filter, session === undefined ? {} : { session });
}
