import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/configSchema.ts';
import { AppError } from '../errors/appError.ts';
import { readSigningKey, readTrustedKeys } from './signingKey.ts';

type KeyConfig = Pick<Config, 'PROFILE' | 'DATA_DIR' | 'PACK_KEY' | 'PACK_KEY_PASSPHRASE' | 'PACK_TRUST'>;

/**
 * The key under which this installation hands packs out. The operator names it (PACK_KEY); development makes one of its own
 * the first time. Throws AppError `archiveNoKey`, `archiveKey`.
 */
export async function installationKey(config: KeyConfig): Promise<KeyObject> {
  const { PROFILE, DATA_DIR, PACK_KEY, PACK_KEY_PASSPHRASE } = config;
  if (PACK_KEY !== undefined) return readSigningKey(await readFile(PACK_KEY, 'utf8'), PACK_KEY_PASSPHRASE);
  if (PROFILE === 'prod') throw new AppError('archiveNoKey');
  const file = join(DATA_DIR, 'development-pack-key.pem');
  try {
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    await writeFile(file, pem, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readSigningKey(await readFile(file, 'utf8'));
}

/** The keys whose archives may come in: those that the operator trusts (PACK_TRUST), and this installation's own. */
export async function trustedKeys(config: KeyConfig): Promise<KeyObject[]> {
  const { PACK_TRUST } = config;
  const named = PACK_TRUST === undefined ? [] : readTrustedKeys(await readFile(PACK_TRUST, 'utf8'));
  const own = await installationKey(config).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'archiveNoKey') return undefined;
    throw error;
  });
  return own === undefined ? named : [...named, own];
}
