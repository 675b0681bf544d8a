import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { requireInUse } from '../catalog/requireInUse.ts';
import type { Actor } from '../identity/actor.ts';
import { createDraft } from '../intake/createDraft.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import { composeVisit } from './composeVisit.ts';
import { visitCode } from './visitCode.ts';

/**
 * 一次办多件: several items for one applicant in one visit. Opens one draft with one form; receipt makes a case of each item.
 * Throws AppError `itemUnknown`, `itemRetired`, `operationUnknown`, `visitTooFew`, `visitItemTwice`, `visitItemUnfit`,
 * `visitNobody`.
 */
export async function openVisit(input: {
  app: AppContext;
  actor: Actor;
  items: readonly { packCode: string; operation: string }[];
  requestId?: string | undefined;
}): Promise<CaseDocument> {
  const { app, actor, items, requestId } = input;
  const loaded = await Promise.all(
    items.map(async ({ packCode, operation }) => ({ loaded: await app.packs.live(packCode), operation })),
  );
  for (const { loaded: item } of loaded)
    await requireInUse(app, {
      packCode: item.pack.packCode,
      packVersion: item.version,
      itemName: item.pack.name,
    });
  const departmentId = actor.department.id;
  const members = loaded.map(({ loaded: item, operation }) => ({
    packCode: item.pack.packCode,
    version: item.version,
    operation,
  }));
  const packCode = visitCode(departmentId, members);
  composeVisit({ packCode, departmentId, members: loaded });
  const known = await app.models.visitPlans.findOne({ tenant: app.tenant, packCode }).lean();
  if (known === null)
    await app.models.visitPlans
      .insertMany([{ _id: newId(), schemaVersion: 1, tenant: app.tenant, packCode, departmentId, members }])
      .catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
      });
  return createDraft({ app, actor, packCode, operation: 'new', edit: {}, requestId });
}
