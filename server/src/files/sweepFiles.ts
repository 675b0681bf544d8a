import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { sweepCaptures } from '../capture/useCapture.ts';
import { unusedGrace } from '../store/fileStore.ts';
import { inTransaction } from '../store/inTransaction.ts';
import { upTo } from '../store/upTo.ts';
import { sweepUploads } from '../uploads/sweepUploads.ts';
import type { StepFileDocument } from './model.ts';

const batch = 100;

/**
 * Takes away what nobody needs: files that were uploaded to a step and that no submitted form names, then the bodies that
 * nothing refers to any more (a request that broke off after storing one, a removed material, a deleted draft). A file is
 * looked at a day after it came in or was let go. Returns how many bodies are gone.
 */
export async function sweepFiles(app: AppContext): Promise<number> {
  await sweepStepFiles(app);
  await sweepReportPhotos(app);
  await sweepUploads(app);
  await sweepCaptures(app);
  let removed = 0;
  for (;;) {
    const { looked, gone } = await app.files.sweep({
      tenant: app.tenant,
      most: batch,
      inUse: (ids) => findUsed(app, ids),
    });
    removed += gone;
    if (looked < batch) return removed;
  }
}

async function sweepStepFiles(app: AppContext): Promise<void> {
  const { tenant } = app;
  const now = app.time.now();
  for (;;) {
    const due = (await app.models.stepFiles
      .find({ tenant, sweepAt: upTo(now) })
      .limit(batch)
      .lean()) as StepFileDocument[];
    for (const file of due) await sweepStepFile(app, file, now);
    if (due.length < batch) return;
  }
}

/** While its task is open the form may still come to name it: it is looked at again later. */
async function sweepStepFile(app: AppContext, file: StepFileDocument, now: Date): Promise<void> {
  const unchanged = { _id: file._id, sweepAt: file.sweepAt };
  const later = new Date(now.getTime() + unusedGrace);
  const task = await app.models.tasks.findOne({ _id: file.taskId, tenant: app.tenant }, { active: 1 }).lean();
  if (task?.active === true) {
    await app.models.stepFiles.updateOne(unchanged, { $set: { sweepAt: later } });
    return;
  }
  await inTransaction(app.connection, async (session) => {
    const { deletedCount } = await app.models.stepFiles.deleteOne(unchanged, { session });
    if (deletedCount === 1) await app.files.letGo({ tenant: app.tenant, ids: [file.fileId], session });
  });
}

/** Photographs that no report took within a day. */
async function sweepReportPhotos(app: AppContext): Promise<void> {
  const { tenant } = app;
  const sweepAt = upTo(app.time.now());
  for (;;) {
    const due = await app.models.reportPhotos.find({ tenant, sweepAt }).limit(batch).lean();
    for (const photo of due)
      await inTransaction(app.connection, async (session) => {
        const { deletedCount } = await app.models.reportPhotos.deleteOne({ _id: photo._id }, { session });
        if (deletedCount === 1) await app.files.letGo({ tenant, ids: [photo.fileId], session });
      });
    if (due.length < batch) return;
  }
}

/** Which of these bodies something still refers to: a material, a step's file, a photograph of a report, a document, a license, a batch list, a hand-over slip, an upload under way, a paper of supervision. */
async function findUsed(app: AppContext, ids: readonly string[]): Promise<Set<string>> {
  const filter = { tenant: app.tenant, fileId: trusted({ $in: [...ids] }) };
  const {
    cases,
    stepFiles,
    reportPhotos,
    caseDocuments,
    licenses,
    batchLists,
    handovers,
    uploads,
    supervisionFiles,
  } = app.models;
  const partFilter = { tenant: app.tenant, 'parts.fileId': trusted({ $in: [...ids] }) };
  const receiptFilter = { tenant: app.tenant, receiptFileId: trusted({ $in: [...ids] }) };
  const [
    inMaterials,
    inSteps,
    inReports,
    inDocuments,
    inLicenses,
    inBatchLists,
    inSlips,
    inReceipts,
    inUploads,
    inSupervision,
  ] = await Promise.all([
    cases
      .find({ tenant: app.tenant, 'materials.files.fileId': trusted({ $in: [...ids] }) }, { materials: 1 })
      .lean(),
    stepFiles.find(filter, { fileId: 1 }).lean(),
    reportPhotos.find(filter, { fileId: 1 }).lean(),
    caseDocuments.find(filter, { fileId: 1 }).lean(),
    licenses.find(filter, { fileId: 1 }).lean(),
    batchLists.find(filter, { fileId: 1 }).lean(),
    handovers.find(filter, { fileId: 1 }).lean(),
    handovers.find(receiptFilter, { receiptFileId: 1 }).lean(),
    uploads.find(partFilter, { parts: 1 }).lean(),
    supervisionFiles.find(filter, { fileId: 1 }).lean(),
  ]);
  const named = [
    ...inMaterials.flatMap((subject) => subject.materials.flatMap((material) => material.files)),
    ...inSteps,
    ...inReports,
    ...inDocuments,
    ...inLicenses,
    ...inBatchLists,
    ...inSupervision,
    ...inSlips,
    ...inReceipts.map(({ receiptFileId }) => ({ fileId: receiptFileId })),
    ...inUploads.flatMap((upload) => upload.parts),
  ];
  return new Set(named.flatMap(({ fileId }) => fileId ?? []));
}
