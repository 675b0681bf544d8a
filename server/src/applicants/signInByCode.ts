import type { AppContext } from '../app/appContext.ts';
import { recordSecurityEvent } from '../audit/recordSecurityEvent.ts';
import { AppError, type Locale } from '../errors/appError.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import type { ApplicantAccountDocument, SignInCodeDocument } from './model.ts';
import { codeTries, hashCode, isSameHash } from './signInCode.ts';

/** Stands in where no code was sent, so that the answer takes as long. */
const decoy = { _id: 'decoy', codeHash: '', state: 'spent' as const, tries: codeTries };

/**
 * Signs in with the code that was sent to the phone; the first time the account comes into being. A code works once, for five
 * minutes, and dies after five wrong ones. What was wrong is not told.
 * Throws AppError `codeInvalid`.
 */
export async function signInByCode(input: {
  app: AppContext;
  phone: string;
  code: string;
  locale: Locale;
  from: string;
}): Promise<ApplicantAccountDocument> {
  const { app, phone, code, locale, from } = input;
  const { tenant } = app;
  const phoneIndex = app.cipher.blindIndex('phone', phone);
  const sent = (await app.models.signInCodes
    .findOne({ tenant, phoneIndex })
    .lean()) as SignInCodeDocument | null;
  const counted = sent !== null && (await countTry(app, sent));
  const right = isSameHash(hashCode(app.cipher, (sent ?? decoy)._id, code), (sent ?? decoy).codeHash);
  if (!counted || !right || !(await use(app, sent))) {
    await recordSecurityEvent({
      app,
      type: 'codeRefused',
      actor: { kind: 'anonymous' },
      details: { from },
    });
    throw new AppError('codeInvalid');
  }
  const account = await findOrOpen({ app, phone, phoneIndex, locale });
  await app.models.applicantAccounts.updateOne(
    { _id: account._id, tenant },
    { $set: { signedInAt: app.time.now() } },
  );
  return account;
}

/** Counts a try before it is looked at: of many at once, five are. Returns whether this one may still be right. */
async function countTry(app: AppContext, sent: SignInCodeDocument): Promise<boolean> {
  if (sent.state !== 'open' || sent.tries >= codeTries || sent.expiresAt <= app.time.now()) return false;
  const counted = await app.models.signInCodes.updateOne(
    { _id: sent._id, state: 'open', tries: sent.tries },
    { $set: { tries: sent.tries + 1 } },
  );
  return counted.modifiedCount === 1;
}

async function use(app: AppContext, { _id }: SignInCodeDocument): Promise<boolean> {
  const used = await app.models.signInCodes.updateOne({ _id, state: 'open' }, { $set: { state: 'used' } });
  return used.modifiedCount === 1;
}

/** The account of a phone, opened when it has none yet. */
export async function findOrOpen(options: {
  app: AppContext;
  phone: string;
  phoneIndex: string;
  locale: Locale;
}): Promise<ApplicantAccountDocument> {
  const { app, phone, phoneIndex, locale } = options;
  const { tenant } = app;
  const find = () =>
    app.models.applicantAccounts
      .findOne({ tenant, phoneIndex })
      .lean() as Promise<ApplicantAccountDocument | null>;
  const known = await find();
  if (known !== null) return known;
  const id = newId();
  const account: ApplicantAccountDocument = {
    _id: id,
    schemaVersion: 1,
    tenant,
    version: 1,
    phoneIndex,
    sealedAccount: app.cipher.seal({ phone, parties: {} }, id),
    locale,
    parties: [],
    createdAt: app.time.now(),
  };
  try {
    await app.models.applicantAccounts.create(account);
    return account;
  } catch (error) {
    const other = isDuplicateKey(error) ? await find() : null;
    if (other === null) throw error;
    return other;
  }
}
