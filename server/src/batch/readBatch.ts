import type { Step } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { maskValue } from '../cases/maskValue.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { readTask } from '../inbox/taskScope.ts';
import { gatherFacts, writeOut } from '../licenses/readSource.ts';
import type { BatchRow } from './model.ts';

/** What a batch is made of, when the step asks for a list. */
export interface Batch {
  loaded: LoadedPack;
  step: Step & { batchList: NonNullable<Step['batchList']> };
  stepKey: string;
  departmentId: string;
  rows: BatchRow[];
}

/**
 * The list of a batch from the chosen tasks: those that this person may work on and that are open. Undefined when their
 * step has no `batchList`. A task that is gone is left out: it says so itself when the batch is carried out.
 * Throws AppError `batchMixed` for tasks of several steps, `batchTooLarge`, `forbidden` where no batch is allowed.
 */
export async function readBatch(
  app: AppContext,
  actor: Actor,
  taskIds: readonly string[],
): Promise<Batch | undefined> {
  const found: { task: TaskDocument; subject: CaseDocument }[] = [];
  for (const taskId of new Set(taskIds)) {
    const task = await readTask(app, actor, taskId).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'notFound') return undefined;
      throw error;
    });
    if (task === undefined) continue;
    const subject = await app.models.cases.findOne({ _id: task.caseId, tenant: app.tenant }).lean();
    if (subject !== null) found.push({ task, subject: subject as CaseDocument });
  }
  const [first] = found;
  if (first === undefined) return undefined;
  const newest = Math.max(...found.map(({ subject }) => subject.packVersion));
  const loaded = await app.packs.version(first.subject.packCode, newest);
  const step = loaded.step(first.task.stepKey);
  const { batchList } = step;
  if (batchList === undefined) return undefined;
  if (found.some(({ task, subject }) => !sameStep(first, task, subject))) throw new AppError('batchMixed');
  if (!first.task.batch) throw new AppError('forbidden');
  if (taskIds.length > batchList.maximum)
    throw new AppError('batchTooLarge', { params: { maximum: batchList.maximum } });
  const rows: BatchRow[] = [];
  for (const { task, subject } of found) {
    const facts = await gatherFacts(app, subject);
    rows.push({
      taskId: task._id,
      caseId: subject._id,
      caseNo: subject.caseNo ?? '',
      values: batchList.columns.map(({ from, as, mask }) => maskValue(writeOut(facts, { from, as }), mask)),
    });
  }
  return {
    loaded,
    step: { ...step, batchList },
    stepKey: first.task.stepKey,
    departmentId: first.task.departmentId,
    rows,
  };
}

function sameStep(
  first: { task: TaskDocument; subject: CaseDocument },
  task: TaskDocument,
  subject: CaseDocument,
): boolean {
  return subject.packCode === first.subject.packCode && task.stepKey === first.task.stepKey;
}

/** The list before it is decided: what to confirm, and the one form. Throws as `readBatch`; `notFound` without a list. */
export async function previewBatch(app: AppContext, actor: Actor, taskIds: readonly string[]) {
  const batch = await readBatch(app, actor, taskIds);
  if (batch === undefined) return { columns: [], rows: [], form: null, maximum: 200 };
  const { batchList, form } = batch.step;
  return {
    columns: batchList.columns.map(({ key, title }) => ({ key, title })),
    rows: batch.rows,
    form: batch.loaded.form(batchList.form ?? form),
    maximum: batchList.maximum,
  };
}
