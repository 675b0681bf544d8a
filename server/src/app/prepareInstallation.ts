import { loadSeedPacks } from '../catalog/loadSeedPacks.ts';
import { loadDemoAccounts } from '../identity/loadDemoAccounts.ts';
import type { AppContext } from './appContext.ts';

/**
 * Loads what the demonstration needs (accounts, packs); in production only checks.
 * Throws Error when production finds a demonstration account.
 */
export async function prepareInstallation(app: AppContext): Promise<void> {
  if (app.config.PROFILE === 'prod') {
    const users = await app.models.users.find({ tenant: app.tenant }, { demonstration: 1, active: 1 }).lean();
    if (users.some(({ demonstration, active }) => demonstration && active))
      throw new Error(
        'production refuses to start with active demonstration accounts: deactivate them first',
      );
    return;
  }
  if (!app.config.DEMO_DATA) return;
  await loadDemoAccounts(app);
  await loadSeedPacks(app);
}
