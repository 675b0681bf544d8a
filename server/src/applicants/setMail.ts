import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import { openAccount } from './accountOf.ts';
import { ownAccount } from './parties.ts';

/** Sets the address to which notices are mailed, or takes it away. Throws AppError `versionConflict`. */
export async function setMail(input: { app: AppContext; accountId: string; mail: string }): Promise<void> {
  const { app, mail } = input;
  const account = await ownAccount(app, input.accountId);
  const { mail: _old, ...own } = openAccount(app, account);
  const sealedAccount = app.cipher.seal(mail === '' ? own : { ...own, mail }, account._id);
  const saved = await app.models.applicantAccounts.updateOne(
    { _id: account._id, tenant: app.tenant, version: account.version },
    { $set: { sealedAccount, version: account.version + 1 } },
  );
  if (saved.modifiedCount !== 1) throw new AppError('versionConflict');
}
