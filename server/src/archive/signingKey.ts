import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { AppError } from '../errors/appError.ts';

/**
 * The Ed25519 key that signs archives, from PEM (PKCS#8; encrypted with a passphrase or not).
 * Throws AppError `archiveKey`.
 */
export function readSigningKey(pem: string, passphrase?: string): KeyObject {
  return ed25519(() => createPrivateKey({ key: pem, ...(passphrase === undefined ? {} : { passphrase }) }));
}

/**
 * The keys that are trusted: every PUBLIC KEY and CERTIFICATE block of a PEM. A certificate stands for its key; who
 * issued it and how long it is valid is for whoever puts it there to judge.
 * Throws AppError `archiveKey` when there is none, or one is not Ed25519.
 */
export function readTrustedKeys(pem: string): KeyObject[] {
  const blocks = pem.match(/-----BEGIN (PUBLIC KEY|CERTIFICATE)-----[\s\S]*?-----END \1-----/g) ?? [];
  if (blocks.length === 0)
    throw new AppError('archiveKey', { params: { reason: 'no PUBLIC KEY or CERTIFICATE' } });
  return blocks.map((block) => ed25519(() => createPublicKey(block)));
}

/** SHA-256 in hex of a key's SubjectPublicKeyInfo (RFC 5280, DER): the name of a signer. */
export function keyIdOf(key: KeyObject): string {
  return createHash('sha256')
    .update(publicHalf(key).export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

/** The public half as PEM. */
export function publicPem(key: KeyObject): string {
  return publicHalf(key).export({ type: 'spki', format: 'pem' }).toString();
}

function publicHalf(key: KeyObject): KeyObject {
  return key.type === 'public' ? key : createPublicKey(key);
}

function ed25519(read: () => KeyObject): KeyObject {
  let key: KeyObject;
  try {
    key = read();
  } catch (error) {
    throw new AppError('archiveKey', { params: { reason: 'not readable as PEM' }, cause: error });
  }
  if (key.asymmetricKeyType === 'ed25519') return key;
  throw new AppError('archiveKey', {
    params: { reason: `Ed25519 wanted, ${key.asymmetricKeyType ?? 'none'} given` },
  });
}
