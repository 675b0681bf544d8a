import type { AppContext } from '../app/appContext.ts';
import type { Locale } from '../errors/appError.ts';
import type { AccountPerson, ApplicantAccountDocument } from './model.ts';

/** How the holder of an account is reached. Never log it. */
export interface ApplicantAccount {
  id: string;
  phone: string;
  mail?: string | undefined;
  locale: Locale;
}

/** The account of a case, in clear text; undefined for a case that has none. */
export async function accountOf(
  app: AppContext,
  id: string | undefined,
): Promise<ApplicantAccount | undefined> {
  if (id === undefined) return undefined;
  const account = await findAccount(app, id);
  if (account === undefined) return undefined;
  const { phone, mail } = openAccount(app, account);
  return { id, phone, mail, locale: account.locale };
}

export async function findAccount(
  app: AppContext,
  id: string,
): Promise<ApplicantAccountDocument | undefined> {
  const found = await app.models.applicantAccounts.findOne({ _id: id, tenant: app.tenant }).lean();
  return (found as ApplicantAccountDocument | null) ?? undefined;
}

/** The personal part of an account in clear text. Never log the result. */
export function openAccount(
  app: AppContext,
  account: Pick<ApplicantAccountDocument, '_id' | 'sealedAccount'>,
): AccountPerson {
  return app.cipher.open<AccountPerson>(account.sealedAccount, account._id);
}
