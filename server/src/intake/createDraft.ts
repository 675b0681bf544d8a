import { randomBytes } from 'node:crypto';
import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { requireInUse } from '../catalog/requireInUse.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import { applyIntakeEdit, type IntakeEdit } from './applyIntakeEdit.ts';

/**
 * Opens a draft at the window: pinned to the item's live version from now on.
 * Throws AppError `itemUnknown`, `itemRetired`, `operationUnknown`, `areaUnknown`, `invalidRequest`.
 */
export async function createDraft(input: {
  app: AppContext;
  actor: Actor;
  packCode: string;
  operation: string;
  edit: IntakeEdit;
  /** The same for every try of one request: a draft that an interrupted try has opened is not opened again. */
  requestId?: string | undefined;
}): Promise<CaseDocument> {
  const { app, actor } = input;
  const loaded = await app.packs.live(input.packCode);
  const operation = loaded.pack.operations.find((entry) => entry.key === input.operation);
  if (operation === undefined)
    throw new AppError('operationUnknown', { params: { operation: input.operation } });
  if (loaded.pack.dispatch !== undefined) throw new AppError('dispatchByReport');
  await requireInUse(app, {
    packCode: input.packCode,
    packVersion: loaded.version,
    itemName: loaded.pack.name,
  });
  const now = app.time.now();
  const draft: CaseDocument = {
    _id: input.requestId ?? newId(),
    schemaVersion: 1,
    tenant: app.tenant,
    version: 0,
    packCode: input.packCode,
    packVersion: loaded.version,
    definitionId: loaded.definitionId,
    itemName: loaded.pack.name,
    operation: operation.key,
    state: 'draft',
    departmentId: loaded.pack.department,
    departmentIds: [loaded.pack.department],
    area: {},
    applicantMasked: '',
    materials: operation.materials.map((key) => ({ key, files: [] })),
    engine: { state: 'none' },
    progressToken: randomBytes(18).toString('base64url'),
    createdBy: asAuthor(actor),
    createdAt: now,
    updatedAt: now,
    eventSeq: 0,
    lastEventHash: '',
    outboxSeq: 0,
  };
  const submissionId = newId();
  const openApplication = async (session: ClientSession) => {
    await app.models.submissions.insertMany(
      [
        {
          _id: submissionId,
          schemaVersion: 1,
          tenant: app.tenant,
          caseId: draft._id,
          stepKey: 'intake',
          formPath: operation.intakeForm,
          packVersion: loaded.version,
          sealedData: app.cipher.seal({}, submissionId),
          by: asAuthor(actor),
          at: now,
          open: true,
        },
      ],
      { session },
    );
  };
  try {
    const { subject } = await changeCase({
      app,
      caseId: draft._id,
      actor: asEventActor(actor),
      create: { draft, also: openApplication },
      work: async (change) => {
        const { packCode, packVersion } = draft;
        change.event('draftCreated', { packCode, packVersion, operation: draft.operation });
        await applyIntakeEdit({ app, change, edit: input.edit });
      },
    });
    return subject;
  } catch (error) {
    if (input.requestId === undefined || !isDuplicateKey(error)) throw error;
    return readIntakeCase(app, actor, input.requestId);
  }
}
