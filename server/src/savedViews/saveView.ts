import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { SavedViewDocument, ViewPlace } from './model.ts';

/** Views that one person may keep of a page. */
const most = 50;

export interface ViewContent {
  name: string;
  place: ViewPlace;
  shared: boolean;
  query: Record<string, string>;
  columns: string[];
}

/** One's own views of a page and those that colleagues of the department share, by name. */
export async function listViews(
  app: AppContext,
  actor: Actor,
  place: ViewPlace,
): Promise<SavedViewDocument[]> {
  return (await listAll(app, actor)).filter((view) => placeOf(view) === place);
}

/** What a view is of. */
export function placeOf(view: SavedViewDocument): ViewPlace {
  return view.place ?? 'inbox';
}

async function listAll(app: AppContext, actor: Actor): Promise<SavedViewDocument[]> {
  const views = (await app.models.savedViews
    .find({ tenant: app.tenant, departmentId: actor.department.id })
    .lean()) as SavedViewDocument[];
  return views
    .filter((view) => view.shared || view.ownerId === actor.id)
    .sort((one, other) => one.name.localeCompare(other.name, 'zh-CN') || (one._id < other._id ? -1 : 1));
}

/** Keeps a view under a name. Throws AppError `viewNameTaken`, `tooManyViews`. */
export async function createView(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  content: ViewContent;
}): Promise<SavedViewDocument> {
  const { app, actor, id, content } = input;
  const views = await listViews(app, actor, content.place);
  const known = views.find((view) => view._id === id);
  if (known !== undefined) return known;
  requireFreeName(views, actor, content.name);
  if (views.filter((view) => view.ownerId === actor.id).length >= most)
    throw new AppError('tooManyViews', { params: { count: most } });
  const view: SavedViewDocument = {
    _id: id,
    schemaVersion: 1,
    tenant: app.tenant,
    version: 1,
    ownerId: actor.id,
    ownerName: actor.name,
    departmentId: actor.department.id,
    ...content,
    at: app.time.now(),
  };
  await app.models.savedViews.insertMany([view]);
  return view;
}

/** Only its owner changes a view. Throws AppError `notFound`, `forbidden`, `versionConflict`, `viewNameTaken`. */
export async function changeView(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  version: number | undefined;
  content: ViewContent;
}): Promise<SavedViewDocument> {
  const { app, actor, id, content } = input;
  const views = await listViews(app, actor, content.place);
  const view = requireOwn(views, actor, id);
  requireFreeName(
    views.filter((one) => one !== view),
    actor,
    content.name,
  );
  const conflict = new AppError('versionConflict', { extra: { currentVersion: view.version } });
  if (input.version !== view.version) throw conflict;
  const next = { ...content, version: view.version + 1 };
  const saved = await app.models.savedViews.updateOne({ _id: id, version: view.version }, { $set: next });
  if (saved.modifiedCount !== 1) throw conflict;
  return { ...view, ...next };
}

/** Throws AppError `notFound`, `forbidden`. */
export async function removeView(input: { app: AppContext; actor: Actor; id: string }): Promise<void> {
  const { app, actor, id } = input;
  requireOwn(await listAll(app, actor), actor, id);
  await app.models.savedViews.deleteOne({ _id: id });
}

function requireOwn(views: readonly SavedViewDocument[], actor: Actor, id: string): SavedViewDocument {
  const view = views.find((one) => one._id === id);
  if (view === undefined) throw new AppError('notFound');
  if (view.ownerId !== actor.id) throw new AppError('forbidden');
  return view;
}

function requireFreeName(views: readonly SavedViewDocument[], actor: Actor, name: string): void {
  if (views.some((view) => view.ownerId === actor.id && view.name === name))
    throw new AppError('viewNameTaken', { params: { name } });
}
