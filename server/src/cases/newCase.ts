import { randomBytes } from 'node:crypto';
import type { AppContext } from '../app/appContext.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { type Actor, asAuthor } from '../identity/actor.ts';
import type { CaseAccount, CaseDocument } from './model.ts';

/**
 * A case as it begins, in memory: a draft of an item's operation, pinned to this version of its pack, with nobody's data in it.
 * Throws AppError `operationUnknown`.
 */
export function newCase(options: {
  app: AppContext;
  actor: Actor;
  id: string;
  loaded: LoadedPack;
  operation: string;
  now: Date;
  /** Of a case that begins outside the window. */
  account?: CaseAccount | undefined;
}): CaseDocument {
  const { app, actor, id, loaded, now } = options;
  const { pack } = loaded;
  const operation = loaded.operation(options.operation);
  return {
    _id: id,
    schemaVersion: 1,
    tenant: app.tenant,
    version: 0,
    packCode: pack.packCode,
    packVersion: loaded.version,
    definitionId: loaded.definitionId,
    itemName: pack.name,
    operation: operation.key,
    state: 'draft',
    departmentId: pack.department,
    departmentIds: [pack.department],
    area: {},
    applicantMasked: '',
    materials: operation.materials.map((key) => ({ key, files: [] })),
    engine: { state: 'none' },
    progressToken: randomBytes(18).toString('base64url'),
    createdBy: asAuthor(actor),
    ...(options.account === undefined ? {} : { account: options.account }),
    createdAt: now,
    updatedAt: now,
    eventSeq: 0,
    lastEventHash: '',
    outboxSeq: 0,
  };
}
