import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { EventActor } from '../audit/model.ts';
import { announce, changeCase } from '../cases/changeCase.ts';
import type { CaseDocument, CaseMaterial, CaseState, MaterialFile } from '../cases/model.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { requireState } from '../cases/requireState.ts';
import { AppError } from '../errors/appError.ts';
import { requireFitting } from '../files/requireFitting.ts';
import type { UploadedFile } from '../http/route.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { requirePurpose } from '../licenses/recordUse.ts';
import { isRequested } from '../materialRequests/requireNotAwaited.ts';
import { anyMaterial } from '../materialRequests/viewRequest.ts';
import { newId } from '../store/newId.ts';
import { passToItems } from '../themes/waivedTogether.ts';
import { requireOwnDraft } from './requireOwnDraft.ts';
import { supplyWaived } from './supplyWaived.ts';

/** States in which materials may come in: before receipt, during correction, and later what was waived or is asked for. */
export const openStates = ['draft', 'supplementing', 'accepted'] as const;

/** A theme's case is `received` as long as one of its items is at the window; what is to follow for others may come in. */
function statesFor({ theme }: CaseDocument): readonly CaseState[] {
  return theme === undefined ? openStates : [...openStates, 'received'];
}

/** Before receipt, or opened again for correction. */
function isBefore({ state }: CaseDocument): boolean {
  return state === 'draft' || state === 'supplementing';
}

/**
 * Adds a file to a material. The body is stored before the case refers to it.
 * Throws AppError `materialUnknown`, `uploadTypeRefused`, `uploadTooLarge`, `stateConflict`.
 */
export async function attachMaterial(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  materialKey: string;
  file: UploadedFile;
  /** The same for every try of one request: a file that an interrupted try has attached is not attached again. */
  requestId?: string | undefined;
  /** What is written with it in the same transaction. */
  also?: (session: ClientSession) => Promise<void>;
}): Promise<MaterialFile> {
  const { app, actor } = input;
  const subject = await readIntakeCase(app, actor, input.caseId);
  requireOwnDraft(actor, subject);
  return attachFile({ ...input, subject, by: asEventActor(actor), uploadedBy: actor.id });
}

/** The same for whoever may add to this case, already read and known to be theirs: a clerk, or the phone of an applicant. */
export async function attachFile(input: {
  app: AppContext;
  subject: CaseDocument;
  by: EventActor;
  /** Id of the person who answers for it. */
  uploadedBy: string;
  materialKey: string;
  file: UploadedFile;
  requestId?: string | undefined;
  also?: (session: ClientSession) => Promise<void>;
}): Promise<MaterialFile> {
  const { app, subject, file } = input;
  requireState(subject, ...statesFor(subject));
  const own = subject.materials.find(({ key }) => key === input.materialKey)?.name !== undefined;
  const rule =
    (await app.packs.version(subject.packCode, subject.packVersion)).material(input.materialKey) ??
    (own ? anyMaterial : undefined);
  if (rule === undefined) throw new AppError('materialUnknown', { params: { key: input.materialKey } });
  requireFitting(rule, file);
  const stored = await app.files.put({ tenant: app.tenant, bytes: file.bytes, mediaType: file.mediaType });
  const entry: MaterialFile = {
    id: input.requestId ?? newId(),
    fileId: stored.id,
    name: fileName(file.name),
    mediaType: file.mediaType,
    size: stored.size,
    sha256: stored.sha256,
    uploadedAt: app.time.now(),
    uploadedBy: input.uploadedBy,
  };
  const { result } = await changeCase({
    app,
    caseId: subject._id,
    actor: input.by,
    work: async (change) => {
      requireState(change.subject, ...statesFor(change.subject));
      const material = findMaterial(change.subject.materials, input.materialKey);
      const late = !isBefore(change.subject) && material.waivedUntil === undefined;
      if (late && !(await isRequested(app, change, input.materialKey))) {
        throw new AppError('stateConflict', { params: { state: change.subject.state } });
      }
      if (material.files.some((known) => known.id === entry.id)) return [];
      material.files = [...material.files, entry];
      noteSupplied(change.subject, input.materialKey);
      change.event('materialAttached', {
        material: input.materialKey,
        sha256: entry.sha256,
        size: entry.size,
      });
      await supplyWaived({ app, change, materialKey: input.materialKey });
      await input.also?.(change.session);
      if (change.subject.theme === undefined || material.waivedUntil === undefined) return [];
      const supplied = { file: entry };
      return passToItems({ app, change, materialKey: input.materialKey, supplied });
    },
  });
  for (const item of result) announce(app, item, app.time.now());
  return entry;
}

/** A name that shows as one line and is no path, at most 200 characters. */
export function fileName(name: string): string {
  return name.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069/\\]/gu, '_').slice(-200);
}

/** Takes a file off a material (its body stays until swept). Throws AppError `notFound`, `stateConflict`. */
export async function removeMaterialFile(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  materialKey: string;
  fileId: string;
}): Promise<void> {
  const { app, actor, caseId } = input;
  requireOwnDraft(actor, await readIntakeCase(app, actor, caseId));
  await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    work: async (change) => {
      requireState(change.subject, 'draft', 'supplementing');
      const material = findMaterial(change.subject.materials, input.materialKey);
      const removed = material.files.filter((file) => file.id === input.fileId);
      const kept = material.files.filter((file) => file.id !== input.fileId);
      if (removed.length === 0) throw new AppError('notFound');
      material.files = kept;
      const ids = removed.map((file) => file.fileId);
      await app.files.letGo({ tenant: app.tenant, ids, session: change.session });
      change.event('materialRemoved', { material: input.materialKey });
    },
  });
}

/**
 * Satisfies a material with a license of the store (免提交); the use is recorded with its purpose, by default the item applied for.
 * Throws AppError `licenseUnfit`, `materialUnknown`, `notFound`, `purposeRequired`.
 */
export async function satisfyByLicense(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  materialKey: string;
  licenseId: string;
  /** Why it is fetched (`useCause`, GB/T 36906). */
  purpose?: string | undefined;
}): Promise<void> {
  const { app, actor, caseId } = input;
  const subject = await readIntakeCase(app, actor, caseId);
  requireOwnDraft(actor, subject);
  const purpose = requirePurpose(input.purpose ?? subject.itemName['zh-CN']);
  const rule = (await app.packs.version(subject.packCode, subject.packVersion)).material(input.materialKey);
  if (rule === undefined) throw new AppError('materialUnknown', { params: { key: input.materialKey } });
  const license = await app.models.licenses.findOne({ _id: input.licenseId, tenant: app.tenant }).lean();
  const fits =
    license !== null &&
    rule.licenseTypes.includes(license.type) &&
    license.holderIndex === subject.holderIndex;
  if (!fits) throw new AppError('notFound');
  if (license.state !== 'issued') throw new AppError('licenseUnfit', { params: { state: license.state } });
  const { result } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    work: async (change) => {
      requireState(change.subject, ...statesFor(change.subject));
      const material = findMaterial(change.subject.materials, input.materialKey);
      if (!isBefore(change.subject) && material.waivedUntil === undefined)
        throw new AppError('stateConflict', { params: { state: change.subject.state } });
      material.licenseId = input.licenseId;
      noteSupplied(change.subject, input.materialKey);
      change.event('materialHeld', { material: input.materialKey, license: license.identifier });
      await supplyWaived({ app, change, materialKey: input.materialKey });
      await app.models.licenseLog.insertMany(
        [
          {
            _id: newId(),
            schemaVersion: 1,
            tenant: app.tenant,
            licenseId: input.licenseId,
            at: change.now,
            type: 'viewed',
            by: asAuthor(actor),
            purpose,
            details: { caseId, material: input.materialKey },
          },
        ],
        { session: change.session },
      );
      if (change.subject.theme === undefined || material.waivedUntil === undefined) return [];
      const supplied = { licenseId: input.licenseId, identifier: license.identifier };
      return passToItems({ app, change, materialKey: input.materialKey, supplied });
    },
  });
  for (const item of result) announce(app, item, app.time.now());
}

/** Takes a license off a material again: paper is handed in instead. Throws AppError `notFound`, `stateConflict`. */
export async function leaveLicense(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  materialKey: string;
}): Promise<void> {
  const { app, actor, caseId, materialKey } = input;
  await readIntakeCase(app, actor, caseId);
  await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    work: (change) => {
      requireState(change.subject, 'draft', 'supplementing');
      const material = findMaterial(change.subject.materials, materialKey);
      if (material.licenseId === undefined) throw new AppError('notFound');
      delete material.licenseId;
      change.event('materialLicenseLeft', { material: materialKey });
    },
  });
}

export function findMaterial(materials: readonly CaseMaterial[], key: string): CaseMaterial {
  const found = materials.find((entry) => entry.key === key);
  if (found === undefined) throw new AppError('materialUnknown', { params: { key } });
  return found;
}

function noteSupplied(subject: { supplement?: { suppliedSince: string[] } }, key: string): void {
  if (subject.supplement === undefined) return;
  subject.supplement.suppliedSince = [...new Set([...subject.supplement.suppliedSince, key])];
}
