import { createHash } from 'node:crypto';
import { shanghaiDay } from '@onewindow/clocks';
import { validateSubmission } from '@onewindow/forms';
import documentNumbers from '../../data/daxing/documentNumbers.json' with { type: 'json' };
import type { AppContext } from '../app/appContext.ts';
import { canonicalJson } from '../audit/eventHash.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor } from '../identity/actor.ts';
import type { Completion } from '../inbox/completeTask.ts';
import { formInvalid } from '../intake/applyIntakeEdit.ts';
import { inTransaction } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import type { BatchEntryDocument, BatchListDocument, BatchResult } from './model.ts';
import type { Batch } from './readBatch.ts';

/**
 * Checks the one form of a batch and stores its list before the first case is decided, so that no decision is without it.
 * Throws AppError `formInvalid`, `outcomeUnknown`.
 */
export async function openBatchList(
  app: AppContext,
  actor: Actor,
  batch: Batch,
  completion: Completion,
): Promise<BatchListDocument> {
  const { loaded, step } = batch;
  const checked = await validateSubmission({
    form: loaded.form(step.batchList.form ?? step.form),
    data: completion.formData,
    mode: 'submit',
    locale: 'zh-CN',
    knownFiles: new Map(),
  });
  if (!checked.ok) throw formInvalid(checked.errors);
  const outcome = step.outcomes.find(({ key }) => key === completion.outcome);
  if (outcome === undefined)
    throw new AppError('outcomeUnknown', { params: { outcome: completion.outcome } });
  const id = newId();
  const list: BatchListDocument = {
    _id: id,
    schemaVersion: 1,
    tenant: app.tenant,
    number: await nextNumber(app, batch.departmentId),
    packCode: loaded.pack.packCode,
    itemName: loaded.pack.name,
    stepKey: batch.stepKey,
    stepName: step.name,
    departmentId: batch.departmentId,
    by: asAuthor(actor),
    at: app.time.now(),
    outcome: outcome.key,
    outcomeName: outcome.name,
    columns: step.batchList.columns.map(({ key, title }) => ({ key, title })),
    sealedRows: app.cipher.seal(batch.rows, id),
    sealedForm: app.cipher.seal(checked.data, id),
    results: [],
    state: 'running',
  };
  const entries = batch.rows.map(
    ({ caseId, taskId }): BatchEntryDocument => ({
      _id: newId(),
      schemaVersion: 1,
      tenant: app.tenant,
      caseId,
      listId: id,
      taskId,
    }),
  );
  await inTransaction(app.connection, async (session) => {
    await app.models.batchLists.insertMany([list], { session });
    await app.models.batchEntries.insertMany(entries, { session });
  });
  return list;
}

/** Notes what came of a case; a server that dies in between leaves a list that says how far it came. */
export async function noteResult(
  app: AppContext,
  list: BatchListDocument,
  result: BatchResult,
): Promise<void> {
  list.results.push(result);
  await app.models.batchLists.updateOne(
    { _id: list._id, state: 'running' },
    { $set: { results: list.results } },
  );
}

/** Closes the list: its digest covers what was shown, what was decided, and what came of each case. */
export async function closeBatchList(app: AppContext, list: BatchListDocument): Promise<void> {
  const rows = app.cipher.open<unknown>(list.sealedRows, list._id);
  const { number, outcome, results } = list;
  const hash = createHash('sha256').update(canonicalJson({ number, outcome, rows, results })).digest('hex');
  await app.models.batchLists.updateOne(
    { _id: list._id, state: 'running' },
    { $set: { state: 'closed', hash } },
  );
}

/** `京兴民政批〔2026〕12号`: district, short name of the body, batch, year, running number. */
async function nextNumber(app: AppContext, departmentId: string): Promise<string> {
  const year = shanghaiDay(app.time.now()).slice(0, 4);
  const sequence = await app.numbers.next(app.tenant, `batchList:${departmentId}:${year}`);
  const { shortName = departmentId.toUpperCase() } = app.organisation.department(departmentId);
  return `${documentNumbers.district}${shortName}批〔${year}〕${sequence}号`;
}
