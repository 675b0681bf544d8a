import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { PublicNoticeDocument } from './model.ts';
import type { NoticeRow } from './postNotice.ts';

function viewNotice(app: AppContext, notice: PublicNoticeDocument) {
  const name = (id: string | undefined) =>
    id === undefined ? undefined : (app.organisation.findDepartment(id)?.name ?? id);
  return {
    id: notice._id,
    itemName: notice.itemName,
    department: { id: notice.departmentId, name: name(notice.departmentId) ?? '' },
    area: name(notice.area.village ?? notice.area.town) ?? null,
    where: notice.where,
    rows: notice.sealedRows === undefined ? [] : app.cipher.open<NoticeRow[]>(notice.sealedRows, notice._id),
    from: notice.from,
    untilDay: notice.untilDay,
    mayObject: notice.objectionForm !== undefined,
  };
}

/** What is under public notice now, the period that ends first in front; nothing of what has ended. */
export async function listNotices(app: AppContext, query: { limit: number }) {
  const notices = (await app.models.publicNotices
    .find({ tenant: app.tenant, state: 'posted', endsAt: trusted({ $gt: app.time.now() }) })
    .sort({ endsAt: 1 })
    .limit(query.limit)
    .lean()) as PublicNoticeDocument[];
  return { items: notices.map((notice) => viewNotice(app, notice)) };
}

/** A notice with the form of an objection. Throws AppError `notFound` when its period has ended. */
export async function readNotice(app: AppContext, id: string) {
  const notice = await postedNotice(app, id);
  const loaded = await app.packs.version(notice.packCode, notice.packVersion);
  const { objectionForm } = notice;
  return {
    ...viewNotice(app, notice),
    form: objectionForm === undefined ? null : loaded.form(objectionForm),
  };
}

/** Throws AppError `notFound` unless the notice is posted now. */
export async function postedNotice(app: AppContext, id: string): Promise<PublicNoticeDocument> {
  const notice = (await app.models.publicNotices
    .findOne({ _id: id, tenant: app.tenant, state: 'posted', endsAt: trusted({ $gt: app.time.now() }) })
    .lean()) as PublicNoticeDocument | null;
  if (notice === null) throw new AppError('notFound');
  return notice;
}
