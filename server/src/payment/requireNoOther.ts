import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { AppError } from '../errors/appError.ts';
import type { EntitlementDocument } from './model.ts';

/**
 * A benefit that a holder receives once at a time (`payment.onePerHolder`) is not applied for while another case gives it, and
 * not granted: the existing one is named, with the rule. Nothing for other packs and for operations on an existing benefit.
 * Throws AppError `benefitHeld`.
 */
export async function requireNoOther(
  app: AppContext,
  subject: CaseDocument,
  session?: ClientSession,
): Promise<void> {
  const { holderIndex, packCode, packVersion, operation, _id } = subject;
  if (holderIndex === undefined || operation !== 'new') return;
  const { pack } = await app.packs.version(packCode, packVersion);
  const rule = pack.payment?.onePerHolder;
  if (rule === undefined) return;
  const held = (await app.models.entitlements
    .find({ tenant: app.tenant, holderIndex }, null, session === undefined ? {} : { session })
    .lean()) as EntitlementDocument[];
  const other = held.find((one) => one.packCode === packCode && one.state !== 'ended' && one.caseId !== _id);
  if (other === undefined) return;
  const { caseNo, firstPeriod } = other;
  throw new AppError('benefitHeld', {
    params: { item: pack.name['zh-CN'], itemEn: pack.name.en, caseNo, from: firstPeriod, rule: rule.cite },
  });
}
