import { createHash, createPublicKey, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { SigningError } from '../SigningError.ts';
import type { SignatureAlgorithm, Signer } from './Signer.ts';

/** Key id used in QR payloads: hex of the first 8 bytes of SHA-256 over the SubjectPublicKeyInfo. */
export function keyIdOf(certificate: Uint8Array): string {
  const spki = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('hex').slice(0, 16);
}

/**
 * A signer over a key held in memory; the work is done in Node's thread pool.
 * Throws `signerKeyUnsupported` for another key type, `signerKeyMismatch` when key and certificate differ.
 */
export function keySigner(privateKey: KeyObject, certificateChain: readonly Uint8Array[]): Signer {
  const leaf = certificateChain[0];
  if (!leaf) throw new SigningError('signerKeyMismatch', '签名证书为空', 'the certificate chain is empty');
  const certificate = new X509Certificate(leaf);
  if (!createPublicKey(privateKey).equals(certificate.publicKey)) {
    throw new SigningError(
      'signerKeyMismatch',
      '私钥与证书不匹配',
      'the private key does not belong to the certificate',
    );
  }
  return {
    certificateChain,
    algorithm: algorithmOf(privateKey),
    keyId: keyIdOf(leaf),
    sign: (tbs) =>
      new Promise((resolve, reject) => {
        sign('sha256', tbs, privateKey, (error, signature) => (error ? reject(error) : resolve(signature)));
      }),
  };
}

function algorithmOf(key: KeyObject): SignatureAlgorithm {
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType === 'rsa' && bits >= 2048) return 'RSA-SHA256';
  if (key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1') {
    return 'ECDSA-SHA256';
  }
  throw new SigningError(
    'signerKeyUnsupported',
    '仅支持 2048 位及以上的 RSA 或 P-256 私钥',
    'only RSA keys of 2048 bits or more and P-256 keys are supported',
  );
}
