import { shanghaiDay } from '@onewindow/clocks';
import { chineseDate } from '@onewindow/signing';
import eventTexts from '../../data/eventTexts.json' with { type: 'json' };
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { oweDocument } from '../documents/oweDocument.ts';
import { licenseInEffect } from '../licenses/licenseInEffect.ts';
import { oweAmendedLicense } from '../licenses/oweAmendedLicense.ts';
import { changeAmount } from '../payment/changeAmount.ts';
import { fenOf } from '../payment/fen.ts';
import { articleOf } from './articleOf.ts';
import type { AppealKind } from './model.ts';
import { type ChangedPart, type PartChange, readPartChanges } from './readPartChanges.ts';

/**
 * An appeal changed a decision 变更, or revoked a part of it 部分撤销: the named parts say something else from now on, all
 * others stand, and so does the decision (decision 21). A license gets a version that carries the corrected facts, a benefit
 * its amount; the decision as changed is told in a document of its own. In the caller's transaction.
 * Throws what {@link readPartChanges} throws.
 */
export async function amendDecision(options: {
  app: AppContext;
  change: CaseChange;
  way: AppealKind;
  outcome: 'changed' | 'revokedInPart';
  documentNo: string;
  reason: string;
  parts: readonly PartChange[];
}): Promise<void> {
  const { app, change, way, outcome, documentNo, reason } = options;
  const { subject, now } = change;
  const { decision } = subject;
  if (decision === undefined) throw new Error(`case ${subject._id} has no decision to amend`);
  const parts = await readPartChanges(app, change, outcome, options.parts);
  const amendment = (decision.amendments?.length ?? 0) + 1;
  const licenseChange = await changeLicense(app, change, parts, amendment);
  const amount = parts.find(({ key }) => key === 'benefit.amount');
  if (amount !== undefined) await changeAmount(app, change, fenOf(amount.after));
  const number = await oweDocument({
    app,
    change,
    kind: 'amendedDecision',
    slot: String(amendment),
    authorisationId: decision.authorisationId,
    facts: {
      decisionNumber: await numberOfDecision(app, change),
      way: eventTexts.words.way[way]['zh-CN'],
      paperNumber: documentNo,
      result: eventTexts.words.result[outcome]['zh-CN'],
      legalBasis: articleOf(way, outcome),
      changedDay: chineseDate(shanghaiDay(now)),
      reason,
      licenseChange,
      parts: parts.map(({ label, before, after }) => ({
        label: label['zh-CN'],
        before: before === '' ? '无' : before,
        after: after === '' ? '撤销' : after,
      })),
    },
  });
  const labels = parts.map(({ label }) => label);
  const sealedParts = app.cipher.seal(parts, subject._id);
  const entry = { at: now, way, outcome, documentNo, reason, number, labels, sealedParts };
  subject.decision = { ...decision, amendments: [...(decision.amendments ?? []), entry] };
  change.event('decisionAmended', {
    ...{ way, result: outcome, documentNo },
    parts: labels.map((label) => label['zh-CN']).join('、'),
    partsEn: labels.map((label) => label.en).join(', '),
  });
}

/** Returns how the new version of the license is called; empty where nothing on it changes. */
async function changeLicense(
  app: AppContext,
  change: CaseChange,
  parts: readonly ChangedPart[],
  amendment: number,
): Promise<string> {
  const prefix = 'license.';
  const own = parts.filter(({ key }) => key.startsWith(prefix));
  const license = await licenseInEffect(app, change.subject, change.session);
  if (own.length === 0 || license === undefined) return '';
  const values = Object.fromEntries(own.map(({ key, after }) => [key.slice(prefix.length), after]));
  const next = await oweAmendedLicense({ app, change, license, values, amendment });
  return `${next.licenseNo}，第${next.versionNo}版`;
}

async function numberOfDecision(app: AppContext, { subject, session }: CaseChange): Promise<string> {
  const effectKey = `${subject._id}:grantDecision:${subject.decision?.number ?? 1}`;
  const document = await app.models.caseDocuments
    .findOne({ tenant: app.tenant, effectKey }, { number: 1 }, { session })
    .lean();
  return document?.number ?? '';
}
