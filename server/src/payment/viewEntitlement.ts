import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { viewEvents } from '../audit/viewEvents.ts';
import type { CaseDocument } from '../cases/model.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { EntitlementDocument, PaymentLineDocument } from './model.ts';
import { paymentScope, readEntitlement } from './paymentScope.ts';
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
  'benefitEnded',
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
    state?: string | undefined;
    caseNo?: string | undefined;
    cursor?: string | undefined;
    limit: number;
  };
}) {
  const { app, actor, query } = input;
  const filter: Record<string, unknown> = paymentScope(app, actor);
  if (query.state !== undefined) filter['state'] = query.state;
  if (query.caseNo !== undefined) filter['caseNo'] = query.caseNo;
  if (query.cursor !== undefined) filter['_id'] = trusted({ $lt: query.cursor });
  const found = (await app.models.entitlements
    .find(filter)
    .sort({ _id: -1 })
    .limit(query.limit + 1)
    .lean()) as EntitlementDocument[];
  const page = found.slice(0, query.limit);
  return {
    items: page.map(entitlementSummary),
    nextCursor: found.length > query.limit ? (page.at(-1)?._id ?? null) : null,
  };
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
  const payments = (await app.models.paymentLines
    .find({ tenant: app.tenant, entitlementId: id })
    .sort({ period: 1, _id: 1 })
    .lean()) as PaymentLineDocument[];
  const events = await viewEvents(app, subject);
  return {
    ...entitlementSummary(entitlement),
    nextPeriod: entitlement.nextPeriod,
    lastPeriod: entitlement.lastPeriod ?? null,
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
    .find({ ...paymentScope(app, actor), caseId })
    .sort({ decisionNo: 1 })
    .lean()) as EntitlementDocument[];
  return {
    items: await Promise.all(found.map(({ _id }) => viewEntitlement({ app, actor, id: _id }))),
  };
}

function nameOf(rules: readonly SuspensionRule[], ground: string) {
  return rules.find(({ key }) => key === ground)?.name ?? { 'zh-CN': ground, en: ground };
}
