import type { Config } from './configSchema.ts';

/**
 * What the production profile refuses (architecture, "At run time"); each line names the variable to change.
 * A MongoDB without transactions is found when the store is connected (`assertTransactions`).
 */
export function findProductionFaults(config: Config): string[] {
  const faults: string[] = [];
  if (config.DEMO_DATA)
    faults.push('DEMO_DATA: demonstration accounts are not allowed in production; set it to false');
  if (config.DEV_AUTHORITY) {
    faults.push(
      'DEV_AUTHORITY: the development certificate authority is not allowed in production; set it to false',
    );
  }
  if (config.EXTERNAL_SYSTEMS === 'simulated')
    faults.push('EXTERNAL_SYSTEMS: simulated systems are not allowed in production; set it to none');
  if (config.MATCH_SERVICE === 'simulated')
    faults.push(
      'MATCH_SERVICE: the simulated comparison of faces is not allowed in production; set it to none or http',
    );
  if (config.IDENTITY_REGISTER === 'simulated')
    faults.push('IDENTITY_REGISTER: the simulated register is not allowed in production; set it to none');
  if (config.PAY_SERVICE === 'simulated')
    faults.push('PAY_SERVICE: the simulated cashier is not allowed in production; set it to none');
  if (config.SMTP_URL !== undefined && config.MAIL_FROM === undefined)
    faults.push('MAIL_FROM: name the sender of mails');
  if (config.SMS_GATEWAY_URL?.startsWith('https://') === false)
    faults.push('SMS_GATEWAY_URL: must begin with https://');
  if (config.SEALS_DIR === undefined) faults.push('SEALS_DIR: name the folder with the PKCS#12 seals');
  if (config.TRUST_ROOTS === undefined) faults.push('TRUST_ROOTS: name the PEM file with the trusted roots');
  if (config.TSA_URL === undefined) faults.push('TSA_URL: name the RFC 3161 time-stamp authority');
  if (!config.PUBLIC_BASE_URL.startsWith('https://'))
    faults.push('PUBLIC_BASE_URL: must begin with https://');
  if ((config.TLS_KEY === undefined || config.TLS_CERT === undefined) && config.TRUST_PROXY === undefined) {
    faults.push('TLS_KEY, TLS_CERT: name the TLS files, or set TRUST_PROXY when a proxy ends TLS');
  }
  for (const [name, value] of [
    ['SESSION_SECRET', config.SESSION_SECRET],
    ['ENGINE_PASSWORD', config.ENGINE_PASSWORD],
  ] as const) {
    if (isDefaultSecret(value)) faults.push(`${name}: is a default or trivial secret; generate a random one`);
  }
  return faults;
}

function isDefaultSecret(value: string): boolean {
  return new Set(value).size < 8 || /demo|changeme|password|secret|example|default/i.test(value);
}
