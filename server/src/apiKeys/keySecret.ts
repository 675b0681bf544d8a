import { createHash, randomBytes } from 'node:crypto';

const prefix = 'owk_';

/** A new secret of 256 random bits; random enough that its SHA-256 needs no salt and no work factor. */
export function newSecret(): { secret: string; hash: string; hint: string } {
  const secret = `${prefix}${randomBytes(32).toString('base64url')}`;
  return { secret, hash: hashSecret(secret), hint: secret.slice(0, prefix.length + 6) };
}

export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** The secret of `Authorization: Bearer owk_…`, or undefined. */
export function readBearer(header: string | undefined): string | undefined {
  return /^Bearer (owk_[\w-]{40,60})$/.exec(header ?? '')?.[1];
}
