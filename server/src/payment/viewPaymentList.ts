import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { maskValue } from '../cases/maskValue.ts';
import type { Actor } from '../identity/actor.ts';
import type { PaymentLineDocument, PaymentListDocument, PaymentLogDocument } from './model.ts';
import { paymentScope, readPaymentList } from './paymentScope.ts';
import type { ReclaimDocument } from './reclaimModel.ts';

/** One list in a table of lists. */
export function paymentListSummary(app: AppContext, list: PaymentListDocument) {
  return {
    id: list._id,
    packCode: list.packCode,
    itemName: list.itemName,
    department: {
      id: list.departmentId,
      name: app.organisation.findDepartment(list.departmentId)?.name ?? list.departmentId,
    },
    period: list.period,
    state: list.state,
    closesAt: list.closesAt.toISOString(),
    madeAt: list.madeAt?.toISOString() ?? null,
    count: list.count,
    sumFen: list.sumFen,
    hash: list.hash ?? null,
    formats: list.formats,
  };
}

/** The latest lists of this person's department, newest first. */
export async function listPaymentLists(input: {
  app: AppContext;
  actor: Actor;
  query: { packCode?: string | undefined; period?: string | undefined };
}) {
  const { app, actor, query } = input;
  const lists = (await app.models.paymentLists
    .find(paymentScope(app, actor))
    .sort({ closesAt: -1, _id: -1 })
    .lean()) as PaymentListDocument[];
  const wanted = lists.filter(
    ({ packCode, period }) =>
      (query.packCode === undefined || packCode === query.packCode) &&
      (query.period === undefined || period === query.period),
  );
  return { items: wanted.slice(0, 100).map((list) => paymentListSummary(app, list)) };
}

/** On the screen a long number is covered even where the export shows it: only the bank needs it whole. */
function coverOnScreen(value: string, mask: string, from: string): string {
  if (mask !== 'none') return maskValue(value, mask);
  if (from === 'applicant:/name') return maskValue(value, 'name');
  return /^\d[\d ]{6,}[\dXx]$/.test(value) ? maskValue(value, 'account') : value;
}

/** A list with a page of its lines and its use log. Throws AppError `notFound`. */
export async function viewPaymentList(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  query: { after?: string | undefined; limit: number };
}) {
  const { app, actor, id, query } = input;
  const list = await readPaymentList(app, actor, id);
  const found = (await app.models.paymentLines
    .find({ tenant: app.tenant, listId: id })
    .sort({ caseNo: 1, period: 1, kind: 1 })
    .skip(Number(query.after ?? 0))
    .limit(query.limit + 1)
    .lean()) as PaymentLineDocument[];
  const log = (await app.models.paymentLog
    .find({ tenant: app.tenant, listId: id })
    .sort({ at: -1, _id: -1 })
    .limit(50)
    .lean()) as PaymentLogDocument[];
  const reclaimed = await reclaimedLines(app, found);
  const next = Number(query.after ?? 0) + query.limit;
  return {
    ...paymentListSummary(app, list),
    columns: list.columns.map(({ key, title }) => ({ key, title })),
    lines: found.slice(0, query.limit).map((line) => ({
      ...viewLine(app, list, line),
      reclaim: reclaimed.get(line._id) ?? null,
    })),
    nextAfter: found.length > query.limit ? String(next) : null,
    log: log.map(({ at, by, purpose, details }) => ({
      at: at.toISOString(),
      by: by.name,
      purpose,
      format: String(details['format'] ?? ''),
    })),
  };
}

/** Which of these lines are claimed back, and how far that has come. */
async function reclaimedLines(app: AppContext, lines: readonly PaymentLineDocument[]) {
  const entitlementIds = [...new Set(lines.map(({ entitlementId }) => entitlementId))];
  const found = (await app.models.reclaims
    .find({ tenant: app.tenant, entitlementId: trusted({ $in: entitlementIds }) })
    .lean()) as ReclaimDocument[];
  return new Map(
    found.flatMap((reclaim) => reclaim.lines.map(({ lineId }) => [lineId, reclaim.state] as const)),
  );
}

function viewLine(app: AppContext, list: PaymentListDocument, line: PaymentLineDocument) {
  const row = app.cipher.open<Record<string, string>>(line.sealedRow, line._id);
  return {
    id: line._id,
    entitlementId: line.entitlementId,
    caseNo: line.caseNo,
    holderName: line.holderMasked,
    kind: line.kind,
    period: line.period,
    amountFen: line.amountFen,
    row: list.columns.map(({ key, mask, from }) => coverOnScreen(row[key] ?? '', mask, from)),
    returned:
      line.returned === undefined
        ? null
        : { at: line.returned.at.toISOString(), by: line.returned.by.name, reason: line.returned.reason },
  };
}
