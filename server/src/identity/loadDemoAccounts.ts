import type { AppContext } from '../app/appContext.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import accounts from './demoAccounts.json' with { type: 'json' };
import { hashPassword } from './hashPassword.ts';
import type { Role } from './model.ts';

/** Creates the demonstration accounts that do not exist yet. */
export async function loadDemoAccounts(app: AppContext): Promise<void> {
  for (const account of accounts) {
    const known = await app.models.users.findOne({ tenant: app.tenant, username: account.username }).lean();
    if (known !== null) continue;
    try {
      await app.models.users.create({
        _id: newId(),
        schemaVersion: 1,
        tenant: app.tenant,
        username: account.username,
        name: account.name,
        passwordHash: await hashPassword(account.password),
        departmentId: account.departmentId,
        roles: account.roles as Role[],
        active: true,
        demonstration: true,
        createdAt: app.time.now(),
      });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}
