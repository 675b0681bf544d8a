import { verify, X509Certificate } from 'node:crypto';
import { parseLicenseIdentifier } from '../identifier/licenseIdentifier.ts';
import { SigningError } from '../SigningError.ts';
import { keyIdOf } from '../signer/keySigner.ts';
import type { Signer } from '../signer/Signer.ts';

/** What a license's QR code says. No personal number is in it. */
export interface QrPayload {
  readonly identifier: string;
  /** `licenseContentHash`, 64 hex digits. */
  readonly contentHash: string;
  /** Names the key whose certificate verifies it. */
  readonly keyId: string;
  /** base64url. */
  readonly signature: string;
}

/** The signed bytes: a fixed label, identifier, hash and key id, one a line, UTF-8. */
const signedText = (payload: Omit<QrPayload, 'signature'>): Buffer =>
  Buffer.from(`onewindow-license-qr-1\n${payload.identifier}\n${payload.contentHash}\n${payload.keyId}`);

/**
 * Text of the QR code: `<base>/verify/<identifier>?h=<hash>&k=<key id>&s=<signature>`, signed by the issuer's seal key.
 * Throws `licenseIdentifierInvalid`, or `qrPayloadInvalid` when the hash is not SHA-256 in hex.
 */
export async function signQrPayload(options: {
  base: string;
  identifier: string;
  contentHash: string;
  signer: Signer;
}): Promise<string> {
  parseLicenseIdentifier(options.identifier);
  if (!/^[0-9a-f]{64}$/.test(options.contentHash)) throw invalid();
  const payload = {
    identifier: options.identifier,
    contentHash: options.contentHash,
    keyId: options.signer.keyId,
  };
  const signature = Buffer.from(await options.signer.sign(signedText(payload))).toString('base64url');
  const base = options.base.replace(/\/+$/, '');
  return `${base}/verify/${payload.identifier}?h=${payload.contentHash}&k=${payload.keyId}&s=${signature}`;
}

/** Takes a scanned text apart. Throws `qrPayloadInvalid`. Verifies nothing. */
export function parseQrPayload(text: string): QrPayload {
  const match =
    /^[^?#\s]{0,300}\/verify\/([0-9A-Z.]{40,200})\?h=([0-9a-f]{64})&k=([0-9a-f]{16})&s=([\w-]{60,700})$/.exec(
      text,
    );
  if (!match) throw invalid();
  const [, identifier = '', contentHash = '', keyId = '', signature = ''] = match;
  return { identifier, contentHash, keyId, signature };
}

export type QrVerdict = 'valid' | 'wrongKey' | 'forged';

/**
 * Verifies a QR payload off line against the issuer's published certificate (DER): `wrongKey` when it names another key,
 * `forged` when the signature does not hold. Whether the certificate is to be trusted is the caller's matter.
 */
export function verifyQrPayload(payload: QrPayload, issuerCertificate: Uint8Array): QrVerdict {
  if (keyIdOf(issuerCertificate) !== payload.keyId) return 'wrongKey';
  const key = new X509Certificate(issuerCertificate).publicKey;
  const signature = Buffer.from(payload.signature, 'base64url');
  return verify('sha256', signedText(payload), key, signature) ? 'valid' : 'forged';
}

function invalid(): SigningError {
  return new SigningError(
    'qrPayloadInvalid',
    '二维码内容不是证照核验码',
    'the QR code is not that of a license',
  );
}
