import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is generated at the first start of a data directory and kept in its `secrets.json` (mode 0600). */
export interface Secrets {
  readonly engineUser: string;
  readonly enginePassword: string;
  readonly storeUser: string;
  readonly storePassword: string;
  readonly sessionSecret: string;
  /** `keyId:base64(32 bytes)` */
  readonly fieldKey: string;
  /** base64 of 32 bytes */
  readonly blindIndexKey: string;
  /** Whether the embedded store knows `storeUser`. */
  readonly storeProvisioned: boolean;
}

/** The secrets of a data directory, generated when it has none. */
export function loadSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const secrets: Secrets = {
    engineUser: 'onewindow',
    enginePassword: randomBytes(24).toString('base64url'),
    storeUser: 'onewindow',
    storePassword: randomBytes(24).toString('base64url'),
    sessionSecret: randomBytes(48).toString('base64url'),
    fieldKey: `k1:${randomBytes(32).toString('base64')}`,
    blindIndexKey: randomBytes(32).toString('base64'),
    storeProvisioned: false,
  };
  saveSecrets(dataDir, secrets);
  return secrets;
}

export function saveSecrets(dataDir: string, secrets: Secrets): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'secrets.json');
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
