import { createHash } from 'node:crypto';
import { computeDue } from '@onewindow/clocks';
import type { PackManifest } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { canonicalJson } from '../audit/eventHash.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { startDeliveryClock } from '../clocks/startCaseClocks.ts';
import { oweDocument } from '../documents/oweDocument.ts';
import { type Actor, asAuthor } from '../identity/actor.ts';
import { annulLicenses } from '../licenses/annulLicenses.ts';
import { endEntitlementOfCase } from '../payment/endEntitlement.ts';
import { newId } from '../store/newId.ts';

/** Where the pack cites nothing: Administrative License Law art. 69. */
const article69 = '《中华人民共和国行政许可法》第六十九条';

/**
 * What a broken commitment entails: the decision and its license are annulled by a decision of their own under the
 * officer's authorisation, delivered like the first, and a record of dishonesty is made; as the pack says.
 */
export async function annulDecision(options: {
  app: AppContext;
  change: CaseChange;
  actor: Actor;
  rules: NonNullable<PackManifest['commitment']>['onFailure'];
  reason: string;
}): Promise<void> {
  const { app, change, rules, reason } = options;
  const { decision } = change.subject;
  change.event('commitmentBroken');
  let documentNo = '';
  if (rules.annul && decision !== undefined && decision.annulled === undefined) {
    documentNo = await annul(options);
  }
  if (rules.creditRecord !== undefined) await recordDishonesty(app, change, rules.creditRecord, documentNo);
  if (rules.notice !== undefined) {
    change.event('noticeSent', { notice: rules.notice });
    change.outbox({ destination: 'notices', type: 'sendNotice', payload: { notice: rules.notice } });
  }
  app.log.info({ caseId: change.subject._id, reason: reason.length > 0 }, 'commitment broken');
}

async function annul(options: Parameters<typeof annulDecision>[0]): Promise<string> {
  const { app, change, actor, reason } = options;
  const legalBasis = options.rules.cite ?? article69;
  const { subject, now, session } = change;
  const { decision } = subject;
  if (decision === undefined) throw new Error(`case ${subject._id} has no decision to annul`);
  const number = decision.number + 1;
  const authorisationId = newId();
  const { caseNo, _id: caseId } = subject;
  const content = { caseId, caseNo, number, kind: 'annul', reason, at: now.toISOString(), by: actor.id };
  await app.models.authorisations.insertMany(
    [
      {
        _id: authorisationId,
        schemaVersion: 1,
        tenant: app.tenant,
        caseId,
        decisionNo: number,
        kind: 'annul',
        contentHash: createHash('sha256').update(canonicalJson(content)).digest('hex'),
        by: asAuthor(actor),
        at: now,
        commandId: authorisationId,
      },
    ],
    { session },
  );
  const granted = await app.models.caseDocuments
    .findOne(
      { tenant: app.tenant, effectKey: `${caseId}:grantDecision:${decision.number}` },
      { number: 1 },
      { session },
    )
    .lean();
  const documentNo = await oweDocument({
    app,
    change,
    kind: 'annulmentDecision',
    slot: String(number),
    facts: { reason, annulmentBasis: legalBasis, annulledNumber: granted?.number ?? '' },
    authorisationId,
  });
  subject.decision = { ...decision, annulled: { number, at: now, documentNo, reason } };
  change.event('decisionAnnulled', { number, documentNo, authorisation: authorisationId });
  await annulLicenses({ app, change, actor, documentNo, legalBasis, goesOn: false });
  await endEntitlementOfCase({ app, change, ground: 'annulled', details: { documentNo } });
  await startDeliveryClock({ app, change, decisionNo: number });
  return documentNo;
}

async function recordDishonesty(
  app: AppContext,
  change: CaseChange,
  { category, keep }: NonNullable<NonNullable<PackManifest['commitment']>['onFailure']['creditRecord']>,
  documentNo: string,
): Promise<void> {
  const { subject, now, session } = change;
  const keepUntil =
    keep.unit === 'none'
      ? '9999-12-31'
      : computeDue({ limit: keep, startAt: now }, app.calendar.calendar, now).dueDay;
  await app.models.creditRecords.insertMany(
    [
      {
        _id: newId(),
        schemaVersion: 1,
        tenant: app.tenant,
        effectKey: `${subject._id}:broken`,
        holderIndex: subject.holderIndex ?? '',
        kind: 'brokenCommitment',
        category,
        caseId: subject._id,
        caseNo: subject.caseNo ?? '',
        packCode: subject.packCode,
        departmentId: subject.departmentId,
        documentNo,
        recordedAt: now,
        keepUntil,
      },
    ],
    { session },
  );
  change.event('creditRecorded', { category: category['zh-CN'], until: keepUntil });
}
