import type { AppContext } from '../app/appContext.ts';
import { maySeeClear } from '../cases/caseScope.ts';
import type { CaseDocument } from '../cases/model.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { externalFields } from './externalFields.ts';
import { mayRecordExternal } from './mayRecordExternal.ts';

/**
 * Where an item that is handled elsewhere is to be handled, what is taken along, and what is known of it there.
 * Throws AppError `notExternal`.
 */
export async function viewExternal(app: AppContext, actor: Actor, subject: CaseDocument) {
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const { externalSystem: system, handling } = loaded.pack;
  if (system === undefined) throw new AppError('notExternal');
  const fields = maySeeClear(actor, subject) ? await externalFields(app, subject, loaded) : {};
  return {
    handling,
    name: system.name,
    url: system.url ?? null,
    numberPattern: system.numberPattern ?? null,
    enteredBy: system.enteredBy,
    mayRecord: mayRecordExternal(actor, subject, system.enteredBy),
    statuses: system.statusMapping,
    fields: Object.entries(fields).map(([to, value]) => ({ to, value })),
    number: subject.external?.number ?? null,
    status: subject.external?.status ?? null,
    state: subject.external?.state ?? null,
    at: subject.external?.at.toISOString() ?? null,
    nextReadingAt: subject.external?.nextReadingAt?.toISOString() ?? null,
  };
}
