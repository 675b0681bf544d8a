import { createHash, randomBytes } from 'node:crypto';
import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { requireState } from '../cases/requireState.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { newId } from '../store/newId.ts';
import type { CaptureDocument } from './model.ts';

/** How long a phone may photograph into a material, in milliseconds: a stay at the window. */
export const captureLasts = 15 * 60_000;

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Opens a page on which the applicant's own phone photographs into a material of the case. The token is told once, in the
 * QR code; the store keeps its digest. A page that is still open for the same material is closed by it.
 * Throws AppError `notFound`, `stateConflict`, `materialUnknown`, `captureNoPictures` (the material takes none).
 */
export async function openCapture(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  materialKey: string;
}): Promise<{ id: string; address: string; until: string }> {
  const { app, actor, caseId, materialKey } = input;
  const found = await readIntakeCase(app, actor, caseId);
  const rule = (await app.packs.version(found.packCode, found.packVersion)).material(materialKey);
  if (rule === undefined || !found.materials.some(({ key }) => key === materialKey))
    throw new AppError('materialUnknown', { params: { key: materialKey } });
  if (!rule.accept.includes('jpg')) throw new AppError('captureNoPictures');
  const token = randomBytes(24).toString('base64url');
  const { tenant } = app;
  const { result } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    work: async (change): Promise<CaptureDocument> => {
      requireState(change.subject, 'draft', 'supplementing');
      const { session, now } = change;
      const open = await app.models.captures.find({ tenant, caseId }, null, { session }).lean();
      for (const other of open)
        if (other.materialKey === materialKey && other.state === 'open')
          await app.models.captures.updateOne({ _id: other._id }, { $set: { state: 'closed' } }, { session });
      const capture: CaptureDocument = {
        _id: newId(),
        schemaVersion: 1,
        tenant,
        caseId,
        materialKey,
        tokenHash: digest(token),
        state: 'open',
        pages: 0,
        openedBy: asAuthor(actor),
        createdAt: now,
        until: new Date(now.getTime() + captureLasts),
      };
      await app.models.captures.insertMany([capture], { session });
      change.event('captureOpened', { material: materialKey });
      return capture;
    },
  });
  return {
    id: result._id,
    address: `${app.config.PUBLIC_BASE_URL}/capture/${token}`,
    until: result.until.toISOString(),
  };
}

/** How it stands with a page, for the window that opened it. Throws AppError `notFound`. */
export async function readCapture(input: { app: AppContext; actor: Actor; caseId: string; id: string }) {
  const { app, actor, caseId, id } = input;
  await readIntakeCase(app, actor, caseId);
  const capture = await app.models.captures.findOne({ _id: id, tenant: app.tenant }).lean();
  if (capture === null || capture.caseId !== caseId) throw new AppError('notFound');
  const over = capture.state === 'closed' || capture.until <= app.time.now();
  const state = over ? 'closed' : capture.keyHash === undefined ? 'waiting' : 'inUse';
  return { id, state, pages: capture.pages, until: capture.until.toISOString() } as const;
}

/** The window closes the page. Throws AppError `notFound`. */
export async function closeCapture(input: { app: AppContext; actor: Actor; caseId: string; id: string }) {
  const { app, id } = input;
  await readCapture(input);
  await app.models.captures.updateOne({ _id: id, tenant: app.tenant }, { $set: { state: 'closed' } });
}
