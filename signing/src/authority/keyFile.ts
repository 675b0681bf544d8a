import { createPrivateKey, type KeyObject, randomBytes } from 'node:crypto';
import { link, readFile, rename, unlink, writeFile } from 'node:fs/promises';

/** A private key with its certificates in one PEM file, readable by its owner only. */
export interface KeyFile {
  readonly privateKey: KeyObject;
  readonly certificateChain: readonly Uint8Array[];
}

/** PEM armour around DER. */
export function pem(label: string, der: Uint8Array): string {
  const body = Buffer.from(der)
    .toString('base64')
    .replace(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;
}

/** Every certificate of a PEM text, DER. */
export function certificatesOfPem(text: string): Uint8Array[] {
  return [...text.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g)].map((match) =>
    Buffer.from((match[1] ?? '').replace(/\s/g, ''), 'base64'),
  );
}

/** Undefined when there is no such file. Throws when it holds no private key. */
export async function readKeyFile(file: string): Promise<KeyFile | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return { privateKey: createPrivateKey(text), certificateChain: certificatesOfPem(text) };
}

/**
 * Writes whole or not at all, mode 0600. Without `replace`, a file that another process wrote meanwhile wins
 * and is returned instead.
 */
export async function writeKeyFile(
  file: string,
  content: KeyFile,
  options: { replace: boolean } = { replace: false },
): Promise<KeyFile> {
  const aside = `${file}.${randomBytes(6).toString('hex')}.new`;
  const key = content.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const chain = content.certificateChain.map((der) => pem('CERTIFICATE', der)).join('');
  await writeFile(aside, key + chain, { mode: 0o600, flag: 'wx' });
  if (options.replace) {
    await rename(aside, file);
    return content;
  }
  try {
    await link(aside, file);
    return content;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return (await readKeyFile(file)) ?? content;
  } finally {
    await unlink(aside);
  }
}
