import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/**
 * Encrypts personal fields: AES-256-GCM, 96-bit random nonce, the key's id stored beside the text so that keys
 * can be rotated (the first key encrypts, all decrypt). Sealed form: `keyId.base64url(nonce | tag | text)`.
 */
export class FieldCipher {
  readonly #keys: ReadonlyMap<string, Buffer>;
  readonly #current: string;
  readonly #indexKey: Buffer;

  /** Throws Error when a key is not 32 bytes. */
  constructor(fieldKeys: string, blindIndexKey: string) {
    const keys = new Map<string, Buffer>();
    for (const entry of fieldKeys.split(',')) {
      const at = entry.indexOf(':');
      keys.set(entry.slice(0, at), asKey(entry.slice(at + 1)));
    }
    this.#keys = keys;
    this.#current = keys.keys().next().value ?? '';
    this.#indexKey = asKey(blindIndexKey);
  }

  /** Seals any JSON value. `context` (e.g. the document's id) is authenticated: a sealed field moved elsewhere does not open. */
  seal(value: unknown, context: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#key(this.#current), nonce);
    cipher.setAAD(Buffer.from(context));
    const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
    return `${this.#current}.${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')}`;
  }

  /** Throws Error when the key is unknown, the text was altered, or the context differs. */
  open<T>(sealed: string, context: string): T {
    const dot = sealed.indexOf('.');
    const bytes = Buffer.from(sealed.slice(dot + 1), 'base64url');
    return JSON.parse(this.#decrypt(sealed.slice(0, dot), bytes, context).toString('utf8')) as T;
  }

  /** Seals bytes: `keyIdLength | keyId | nonce | tag | text`. */
  sealBytes(bytes: Uint8Array, context: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#key(this.#current), nonce);
    cipher.setAAD(Buffer.from(context));
    const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
    const id = Buffer.from(this.#current);
    return Buffer.concat([Buffer.from([id.length]), id, nonce, cipher.getAuthTag(), text]);
  }

  /** The reverse of sealBytes; throws as `open` does. */
  openBytes(sealed: Buffer, context: string): Buffer {
    const idLength = sealed[0] ?? 0;
    const keyId = sealed.subarray(1, 1 + idLength).toString('utf8');
    return this.#decrypt(keyId, sealed.subarray(1 + idLength), context);
  }

  /** Blind index: HMAC-SHA-256 of the normalised value, so that exact search works without the clear text. */
  blindIndex(kind: string, value: string): string {
    const normal = value.normalize('NFKC').trim().toUpperCase();
    return createHmac('sha256', this.#indexKey).update(`${kind}\u0000${normal}`).digest('base64url');
  }

  #decrypt(keyId: string, bytes: Buffer, context: string): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.#key(keyId), bytes.subarray(0, 12));
    decipher.setAAD(Buffer.from(context));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  }

  #key(id: string): Buffer {
    const key = this.#keys.get(id);
    if (key === undefined) throw new Error(`field key "${id}" is not configured`);
    return key;
  }
}

function asKey(text: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32) throw new Error('a field key must be 32 bytes in base64');
  return key;
}
