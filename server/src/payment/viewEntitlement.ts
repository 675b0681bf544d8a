import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { viewEvents } from '../audit/viewEvents.ts';
import type { CaseDocument } from '../cases/model.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { beyondAll } from '../inbox/model.ts';
import type { EntitlementDocument } from './model.ts';
import { paymentScope, readEntitlement } from './paymentScope.ts';
import { paymentsTo } from './paymentsTo.ts';
import { excessOf } from './reckonPeriods.ts';
import { isInForce, type SuspensionRule } from './suspensionRules.ts';

/** Events of a case that belong to the history of its benefit. */
const historyTypes: ReadonlySet<string> = new Set([
  'decided',
  'benefitBegun',
  'suspensionAnnounced',
  'suspensionWithdrawn',
  'benefitSuspended',
  'benefitResumed',
  'resumptionDecided',
  'paymentReturned',
  'benefitChanged',
  'benefitEnded',
  'reclaimOpened',
  'reclaimReduced',
  'reclaimRepaid',
  'reclaimWaived',
]);

/** One entitlement in a table. */
export function entitlementSummary(entitlement: EntitlementDocument) {
  const { _id, caseId, caseNo, packCode, itemName, holderMasked, amountFen, state } = entitlement;
  return {
    id: _id,
    caseId,
    caseNo,
    packCode,
    itemName,
    holderName: holderMasked,
    amountFen,
    periodKind: entitlement.periodKind,
    state,
    firstPeriod: entitlement.firstPeriod,
    begunAt: entitlement.begunAt.toISOString(),
    ended:
      entitlement.ended === undefined ? null : { ground: entitlement.ended.ground, on: entitlement.ended.on },
  };
}

/** Entitlements of this person's department, newest first. */
export async function listEntitlements(input: {
  app: AppContext;
  actor: Actor;
  query: {
    state?: EntitlementDocument['state'] | undefined;
    caseNo?: string | undefined;
    cursor?: string | undefined;
    limit: number;
  };
}) {
  const { app, actor, query } = input;
  const { state, caseNo, cursor, limit } = query;
  const scope = paymentScope(app, actor);
  const read =
    caseNo === undefined
      ? await latestEntitlements(app, scope, { state, cursor, count: limit + 1 })
      : ((await app.models.entitlements
          .find({ tenant: app.tenant, caseNo })
          .lean()) as EntitlementDocument[]);
  const found = read
    .filter(
      (one) =>
        (scope.departmentId === undefined || one.departmentId === scope.departmentId) &&
        (state === undefined || one.state === state) &&
        (cursor === undefined || one._id < cursor),
    )
    .sort((one, other) => (one._id < other._id ? 1 : -1));
  const page = found.slice(0, query.limit);
  return {
    items: page.map(entitlementSummary),
    nextCursor: found.length > query.limit ? (page.at(-1)?._id ?? null) : null,
  };
}

/** The latest of each state asked for, by the indexes that have them by state. */
async function latestEntitlements(
  app: AppContext,
  scope: { tenant: string; departmentId?: string },
  wish: { state: EntitlementDocument['state'] | undefined; cursor: string | undefined; count: number },
): Promise<EntitlementDocument[]> {
  const _id = trusted({ $gt: '', $lt: wish.cursor ?? beyondAll });
  const states = wish.state === undefined ? (['running', 'suspended', 'ended'] as const) : [wish.state];
  const read = await Promise.all(
    states.map((state) =>
      app.models.entitlements
        .find({ ...scope, state, _id })
        .sort({ _id: -1 })
        .limit(wish.count)
        .lean(),
    ),
  );
  return read.flat() as EntitlementDocument[];
}

/** An entitlement with what suspends it, every payment and its history. Throws AppError `notFound`. */
export async function viewEntitlement(input: { app: AppContext; actor: Actor; id: string }) {
  const { app, actor, id } = input;
  const entitlement = await readEntitlement(app, actor, id);
  const { pack } = await app.packs.version(entitlement.packCode, entitlement.packVersion);
  const rules = pack.payment?.suspensions ?? [];
  const subject = (await app.models.cases
    .findOne({ _id: entitlement.caseId, tenant: app.tenant })
    .lean()) as CaseDocument | null;
  if (subject === null) throw new AppError('notFound');
  const { lines: payments, reclaims } = await paymentsTo(app, id);
  const overpaidFen = excessOf(entitlement, payments, reclaims).reduce((sum, one) => sum + one.amountFen, 0);
  const events = await viewEvents(app, subject);
  return {
    ...entitlementSummary(entitlement),
    nextPeriod: entitlement.nextPeriod,
    lastPeriod: entitlement.lastPeriod ?? null,
    overpaidFen,
    held: entitlement.held,
    owed: entitlement.owed.map(({ kind, period, amountFen }) => ({ kind, period, amountFen })),
    suspensions: entitlement.suspensions.map((one) => ({
      ground: one.ground,
      name: nameOf(rules, one.ground),
      announcedAt: one.announcedAt.toISOString(),
      effectiveOn: one.effectiveOn,
      fromPeriod: one.fromPeriod,
      inForce: isInForce(one),
      byDecision: rules.find(({ key }) => key === one.ground)?.resume.when === 'byDecision',
    })),
    payments: payments.map(({ listId, kind, period, amountFen, returned }) => ({
      listId,
      kind,
      period,
      amountFen,
      returned: returned === undefined ? null : { at: returned.at.toISOString(), reason: returned.reason },
    })),
    history: events
      .filter(({ type }) => historyTypes.has(type))
      .map(({ seq, at, type, text, actor: by }) => ({ seq, at, type, text, actor: by.name })),
  };
}

/** The benefits that a case gave, for people of the department that pays them. */
export async function viewBenefitsOfCase(input: { app: AppContext; actor: Actor; caseId: string }) {
  const { app, actor, caseId } = input;
  const found = (await app.models.entitlements
    .find({ tenant: app.tenant, caseId })
    .sort({ decisionNo: 1 })
    .lean()) as EntitlementDocument[];
  const { departmentId } = paymentScope(app, actor);
  const told = found.filter((one) => departmentId === undefined || one.departmentId === departmentId);
  return {
    items: await Promise.all(told.map(({ _id }) => viewEntitlement({ app, actor, id: _id }))),
  };
}

function nameOf(rules: readonly SuspensionRule[], ground: string) {
  return rules.find(({ key }) => key === ground)?.name ?? { 'zh-CN': ground, en: ground };
}
