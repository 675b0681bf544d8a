import { randomBytes } from 'node:crypto';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { AppError } from '../errors/appError.ts';
import { requireFitting } from '../files/requireFitting.ts';
import type { UploadedFile } from '../http/route.ts';
import { attachFile } from '../intake/attachMaterial.ts';
import { upTo } from '../store/upTo.ts';
import type { CaptureDocument } from './model.ts';
import { digest } from './openCapture.ts';

/** Pages that one phone may send. */
const mostPages = 60;

/**
 * A phone opens the page of a QR code. The first one gets the key with which it goes on; whoever comes after it with the
 * same code gets nothing. Tells what is to be photographed, and nothing about anybody.
 * Throws AppError `captureOver` (410), `captureTaken` (409).
 */
export async function takeCapture(input: { app: AppContext; token: string; key?: string | undefined }) {
  const { app, token } = input;
  const { capture, subject } = await readOpen(app, token);
  const key = input.key ?? randomBytes(24).toString('base64url');
  if (capture.keyHash === undefined) {
    const taken = await app.models.captures.updateOne(
      { _id: capture._id, keyHash: trusted({ $exists: false }) },
      { $set: { keyHash: digest(key) } },
    );
    if (taken.modifiedCount !== 1) throw new AppError('captureTaken');
  } else if (capture.keyHash !== digest(key)) throw new AppError('captureTaken');
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const rule = loaded.material(capture.materialKey);
  return {
    key,
    itemName: subject.itemName,
    materialName: rule?.name ?? { 'zh-CN': capture.materialKey, en: capture.materialKey },
    pages: capture.pages,
    mostPages,
    maxMegabytes: rule?.maxMegabytes ?? 0,
    until: capture.until.toISOString(),
  };
}

/**
 * A page that the phone photographed becomes a file of the material.
 * Throws AppError `captureOver`, `captureTaken`, `captureFull` and what attachFile throws.
 */
export async function addCapturedPage(input: {
  app: AppContext;
  token: string;
  key: string;
  upload: UploadedFile;
  requestId?: string | undefined;
}): Promise<{ pages: number }> {
  const { app, token, key, upload } = input;
  const { capture, subject } = await readOpen(app, token);
  if (capture.keyHash !== digest(key)) throw new AppError('captureTaken');
  if (capture.pages >= mostPages) throw new AppError('captureFull', { params: { limit: mostPages } });
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const rule = loaded.material(capture.materialKey);
  if (rule === undefined) throw new AppError('captureOver');
  requireFitting(rule, upload);
  const number = capture.pages + 1;
  await attachFile({
    app,
    subject,
    by: { kind: 'system', name: 'applicantPhone' },
    uploadedBy: capture.openedBy.id,
    materialKey: capture.materialKey,
    file: { ...upload, name: `${rule.name['zh-CN']}-${String(number).padStart(2, '0')}.jpg` },
    requestId: input.requestId,
    also: async (session) => {
      await app.models.captures.updateOne({ _id: capture._id }, { $set: { pages: number } }, { session });
    },
  });
  return { pages: number };
}

/** The applicant is done: nobody can use the page any more. Throws AppError `captureOver`, `captureTaken`. */
export async function finishCapture(input: { app: AppContext; token: string; key: string }): Promise<void> {
  const { app, token, key } = input;
  const { capture } = await readOpen(app, token);
  if (capture.keyHash !== digest(key)) throw new AppError('captureTaken');
  await app.models.captures.updateOne({ _id: capture._id }, { $set: { state: 'closed' } });
}

async function readOpen(
  app: AppContext,
  token: string,
): Promise<{ capture: CaptureDocument; subject: CaseDocument }> {
  const { tenant } = app;
  const capture = await app.models.captures.findOne({ tenant, tokenHash: digest(token) }).lean();
  const over = capture === null || capture.state === 'closed' || capture.until <= app.time.now();
  const subject = over ? null : await app.models.cases.findOne({ _id: capture.caseId, tenant }).lean();
  if (over || subject === null || !['draft', 'supplementing'].includes(subject.state))
    throw new AppError('captureOver');
  return { capture: capture as CaptureDocument, subject: subject as CaseDocument };
}

/** Takes away what was over a day ago. */
export async function sweepCaptures(app: AppContext): Promise<void> {
  const before = new Date(app.time.now().getTime() - 24 * 3600 * 1000);
  await app.models.captures.deleteMany({ tenant: app.tenant, until: upTo(before) });
}
