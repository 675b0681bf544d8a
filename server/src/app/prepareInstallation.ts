import { loadSeedPacks } from '../catalog/loadSeedPacks.ts';
import { loadDemoAccounts } from '../identity/loadDemoAccounts.ts';
import type { AppContext } from './appContext.ts';

/**
 * Loads what the demonstration needs (accounts, packs); in production only checks.
 * Throws Error when production finds a demonstration account.
 */
export async function prepareInstallation(app: AppContext): Promise<void> {
  if (app.config.PROFILE === 'prod') {
    const demo = await app.models.users.countDocuments({
      tenant: app.tenant,
      demonstration: true,
      active: true,
    });
    if (demo > 0)
      throw new Error(
        'production refuses to start with active demonstration accounts: deactivate them first',
      );
    return;
  }
  if (!app.config.DEMO_DATA) return;
  await loadDemoAccounts(app);
  await loadSeedPacks(app);
}
