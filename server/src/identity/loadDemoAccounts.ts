import type { AppContext } from '../app/appContext.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import accounts from './demoAccounts.json' with { type: 'json' };
import { hashPassword } from './hashPassword.ts';
import type { Role } from './model.ts';

/** Creates the demonstration accounts that do not exist yet. */
export async function loadDemoAccounts(app: AppContext): Promise<void> {
  const users = await app.models.users.find({ tenant: app.tenant }, { username: 1 }).lean();
  const known = new Set(users.map(({ username }) => username));
  const missing = accounts.filter(({ username }) => !known.has(username));
  const created = await Promise.all(
    missing.map(async (account) => ({
      _id: newId(),
      schemaVersion: 1,
      tenant: app.tenant,
      username: account.username,
      name: account.name,
      passwordHash: await hashOnce(account.password),
      departmentId: account.departmentId,
      roles: account.roles as Role[],
      active: true,
      demonstration: true,
      createdAt: app.time.now(),
    })),
  );
  try {
    await app.models.users.insertMany(created, { ordered: false });
  } catch (error) {
    // Another copy has created them at the same time.
    if (!isDuplicateKey(error)) throw error;
  }
}

const hashes = new Map<string, Promise<string>>();

/** All demonstration accounts have one password, which everybody knows: one salt does for all of them. */
function hashOnce(password: string): Promise<string> {
  const hash = hashes.get(password) ?? hashPassword(password);
  hashes.set(password, hash);
  return hash;
}
