import type { AppContext } from '../app/appContext.ts';
import type { Config } from '../config/configSchema.ts';

/** Why a simulation is not begun, for the administrator. */
export class NotSimulable extends Error {}

/**
 * Simulated cases are cases like any other and are never taken out again: they may go into a demonstration, and into anything
 * else only where its district is named (`into`). Throws NotSimulable.
 */
export function requireSimulable(config: Config, into: string | undefined): void {
  const demonstration = config.PROFILE === 'dev' && config.DEMO_DATA;
  if (into !== undefined && into !== config.TENANT)
    throw new NotSimulable(
      `本环境的区划代码是 ${config.TENANT}，不是 ${into}。The district of this installation is ${config.TENANT}, not ${into}.`,
    );
  if (demonstration || into === config.TENANT) return;
  throw new NotSimulable(
    '本环境不是演示环境，模拟办件无法再清除，未执行。确实需要时写明 ' +
      `--into ${config.TENANT}。\nThis installation is no demonstration, and simulated cases cannot be taken out again: nothing was done. ` +
      `If it is meant, say --into ${config.TENANT}.`,
  );
}

/** Its sweeps and its engine timers go by the real time. Throws NotSimulable while a server of the tenant gives signs of life. */
export async function requireNoServer({ models, tenant }: AppContext): Promise<void> {
  const copies = await models.leases.find({ tenant }).lean();
  const alive = copies.filter(
    ({ _id, until }) => _id.startsWith(`${tenant}|copy|`) && until.getTime() > Date.now(),
  );
  if (alive.length === 0) return;
  throw new NotSimulable(
    '本环境的服务正在运行：先停止（20 秒后再试）。A server of this installation runs: stop it first (and wait 20 seconds).',
  );
}
