import { listFields } from '@onewindow/forms';
import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { Text } from '../errors/appError.ts';
import type { LicenseContent } from '../licenses/licenseContent.ts';
import { licenseInEffect } from '../licenses/licenseInEffect.ts';
import { gatherFacts } from '../licenses/readSource.ts';
import { labelsOf } from '../licenses/viewLicense.ts';
import { runningEntitlementOf } from '../payment/changeAmount.ts';
import { yuanOf } from '../payment/fen.ts';

/** Something that a decision says and that can be changed while the rest stands. */
export interface DecisionPart {
  /** `license.<field>`, `license.validTo`, `decision.<field of the deciding form>` or `benefit.amount`. */
  key: string;
  label: Text;
  /** As it stands now; empty where it says nothing. */
  value: string;
}

/** Fields of a deciding form that are the decision's reason, not its content. */
const reasons: readonly string[] = ['reason', 'reasonCode', 'refusalReason', 'opinion', 'legalGround'];
const written: readonly string[] = ['textfield', 'textarea', 'number', 'datetime'];

/**
 * What a granting decision says: the facts on the license that it issued, the amount of the benefit that it grants, and what the
 * officer wrote into the form of the decision (conditions, numbers). A refusal has no parts: it stands or falls. Nor is the holder one:
 * a license for somebody else is another decision.
 */
export async function partsOfDecision(
  app: AppContext,
  subject: CaseDocument,
  session?: ClientSession,
): Promise<DecisionPart[]> {
  if (subject.decision?.kind !== 'grant') return [];
  const parts: DecisionPart[] = [];
  const license = await licenseInEffect(app, subject, session);
  if (license !== undefined) {
    const { fields, validTo, holder } = app.cipher.open<LicenseContent>(license.sealedContent, license._id);
    const labels = await labelsOf(app, subject);
    for (const [key, value] of Object.entries(fields)) {
      if (value === holder.name || value === holder.code) continue;
      const label = labels.get(key) ?? key;
      parts.push({ key: `license.${key}`, label: { 'zh-CN': label, en: label }, value });
    }
    const until = { 'zh-CN': '有效期至', en: 'Valid until' };
    if (validTo !== null) parts.push({ key: 'license.validTo', label: until, value: validTo });
  }
  parts.push(...(await writtenParts(app, subject, session)));
  const benefit = await runningEntitlementOf(app, subject._id, session);
  if (benefit !== undefined)
    parts.push({
      key: 'benefit.amount',
      label: { 'zh-CN': '待遇标准（元）', en: 'Benefit (yuan)' },
      value: yuanOf(benefit.amountFen),
    });
  return parts;
}

async function writtenParts(
  app: AppContext,
  subject: CaseDocument,
  session: ClientSession | undefined,
): Promise<DecisionPart[]> {
  const { values, forms } = await gatherFacts(app, subject, session);
  const origin = `step.${subject.decision?.stepKey ?? ''}`;
  const said = (values[origin] ?? {}) as Record<string, unknown>;
  const changed = latestOf(app, subject);
  return listFields(forms[origin] ?? { components: [] })
    .filter(({ path, type }) => !path.includes('.') && written.includes(type) && !reasons.includes(path))
    .map(({ path, label }) => ({
      key: `decision.${path}`,
      label: { 'zh-CN': label['zh-CN'], en: label.en },
      value: changed.get(`decision.${path}`) ?? String(said[path] ?? ''),
    }));
}

/** What earlier appeals have changed of the decision, by key. */
function latestOf(app: AppContext, subject: CaseDocument): ReadonlyMap<string, string> {
  return new Map(
    (subject.decision?.amendments ?? [])
      .flatMap(({ sealedParts }) =>
        app.cipher.open<{ key: string; after: string }[]>(sealedParts, subject._id),
      )
      .map(({ key, after }) => [key, after]),
  );
}
