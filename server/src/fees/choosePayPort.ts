import { createHmac } from 'node:crypto';
import type { Config } from '../config/configSchema.ts';
import type { Models } from '../store/models.ts';
import type { TimeSource } from '../time/timeSource.ts';
import { noCashier, type PayPort } from './payPort.ts';
import { SimulatedCashier } from './simulatedCashier.ts';

/** The cashier by `PAY_SERVICE`: a stand-in with demonstration data, none otherwise. A real one is added here. */
export function choosePayPort(options: {
  config: Config;
  tenant: string;
  models: Models;
  time: TimeSource;
}): PayPort {
  const { config, ...store } = options;
  const wanted = config.PAY_SERVICE ?? (config.DEMO_DATA ? 'simulated' : 'none');
  if (wanted === 'none') return noCashier;
  const secret = createHmac('sha256', config.SESSION_SECRET).update('simulated cashier').digest();
  return new SimulatedCashier({ ...store, secret });
}
