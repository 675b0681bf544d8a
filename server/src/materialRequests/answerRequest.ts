import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { type Changed, changeCase } from '../cases/changeCase.ts';
import type { CaseMaterial, MaterialFile } from '../cases/model.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { stopAskedClock } from '../desk/askedClock.ts';
import { markNews } from '../desk/taskNews.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { readTask } from '../inbox/taskScope.ts';
import type { MaterialRequestDocument, RequestedMaterial } from './model.ts';

/**
 * The window, or the applicant online, hands the asked material to the step that wants it. What cannot be supplied is said in the note.
 * Throws AppError `materialsLacking`, `materialRequestEnded`, `notFound`.
 */
export async function answerRequest(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  note: string;
}): Promise<Changed<void>> {
  const { app, actor, id, note } = input;
  const request = await readRequest(app, id);
  await readIntakeCase(app, actor, request.caseId);
  return changeCase({
    app,
    caseId: request.caseId,
    actor: asEventActor(actor),
    request: actor.request,
    work: async (change) => {
      const { materials } = change.subject;
      const supplied = request.lines.filter((line) => suppliedFiles(line, materials).length > 0).length;
      const lacking = request.lines.length - supplied;
      if (lacking > 0 && note === '') throw new AppError('materialsLacking', { params: { count: lacking } });
      const by = { id: actor.id, name: actor.name };
      await end(app, change.session, request, {
        state: 'supplied',
        note,
        answeredBy: by,
        answeredAt: change.now,
      });
      const { clockId } = request;
      await stopAskedClock({ app, change, kind: 'materialSupply', clockId, state: 'stopped' });
      await markNews(app, change, request.taskId, 'materials');
      const online = actor.roles.includes('applicant');
      change.event(online ? 'materialsSuppliedOnline' : 'materialsSupplied', { count: supplied });
    },
  });
}

/** The step takes its request back. Throws AppError `materialRequestEnded`, `notFound`. */
export async function withdrawRequest(input: {
  app: AppContext;
  actor: Actor;
  id: string;
}): Promise<Changed<void>> {
  const { app, actor, id } = input;
  const request = await readRequest(app, id);
  await readTask(app, actor, request.taskId);
  return changeCase({
    app,
    caseId: request.caseId,
    actor: asEventActor(actor),
    request: actor.request,
    work: async (change) => {
      await end(app, change.session, request, { state: 'withdrawn', endedAt: change.now });
      const { clockId } = request;
      await stopAskedClock({ app, change, kind: 'materialSupply', clockId, state: 'ended' });
      change.event('materialsRequestWithdrawn', {});
    },
  });
}

/** The files that have come in for a line since it was asked for. */
export function suppliedFiles(
  { key, before }: RequestedMaterial,
  materials: readonly CaseMaterial[],
): MaterialFile[] {
  const files = materials.find((entry) => entry.key === key)?.files ?? [];
  return files.filter(({ id }) => !before.includes(id));
}

async function readRequest(app: AppContext, id: string): Promise<MaterialRequestDocument> {
  const request = (await app.models.materialRequests
    .findOne({ _id: id, tenant: app.tenant })
    .lean()) as MaterialRequestDocument | null;
  if (request === null) throw new AppError('notFound');
  return request;
}

async function end(
  app: AppContext,
  session: ClientSession,
  request: MaterialRequestDocument,
  set: Partial<MaterialRequestDocument>,
): Promise<void> {
  const ended = await app.models.materialRequests.updateOne(
    { _id: request._id, state: 'open' },
    { $set: set },
    { session },
  );
  if (ended.matchedCount !== 1) throw new AppError('materialRequestEnded');
}
