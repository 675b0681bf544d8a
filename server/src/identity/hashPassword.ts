import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

// N=2^15, r=8, p=1: 32 MiB and about 60 ms a check (OWASP password storage, scrypt).
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** scrypt hash in the form `scrypt$N$r$p$salt$hash` (base64). */
export function hashPassword(password: string): Promise<string> {
  return hashWith(password, cost);
}

/**
 * The same for a password that a machine has drawn, of 112 bits or more: no work need stand before what nobody guesses (NIST SP
 * 800-63B, 5.1.2.2).
 */
export function hashDrawnPassword(password: string): Promise<string> {
  return hashWith(password, { ...cost, N: 2 });
}

async function hashWith(password: string, work: typeof cost): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, work);
  return ['scrypt', work.N, work.r, work.p, salt.toString('base64'), hash.toString('base64')].join('$');
}

/** True when the password belongs to the hash; takes the same time for every wrong one. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [scheme, n, r, p, salt, hash] = stored.split('$');
  if (scheme !== 'scrypt' || salt === undefined || hash === undefined) return false;
  const wanted = Buffer.from(hash, 'base64');
  const found = await derive(password, Buffer.from(salt, 'base64'), {
    ...cost,
    N: Number(n),
    r: Number(r),
    p: Number(p),
  });
  return found.length === wanted.length && timingSafeEqual(found, wanted);
}

function derive(password: string, salt: Buffer, options: typeof cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, 32, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
