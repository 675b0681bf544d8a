import { ConfigError } from './configError.ts';
import { type Config, configSchema } from './configSchema.ts';
import { findProductionFaults } from './findProductionFaults.ts';

/**
 * Reads and checks the configuration.
 * Throws ConfigError naming every variable that is missing, wrong or unfit for production.
 */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = configSchema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const faults = parsed.data.PROFILE === 'prod' ? findProductionFaults(parsed.data) : [];
  if (faults.length > 0) throw new ConfigError(faults);
  return parsed.data;
}
