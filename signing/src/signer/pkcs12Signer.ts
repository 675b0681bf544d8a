import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import forge from 'node-forge';
import { SigningError } from '../SigningError.ts';
import { keySigner } from './keySigner.ts';
import type { Signer } from './Signer.ts';

/**
 * Production signer: a PKCS #12 file (RFC 7292) with one RSA key and its certificates.
 * The container is opened once; signing itself is native.
 * Throws `pkcs12Unreadable` when the file is missing, the passphrase wrong or the key absent.
 */
export async function pkcs12Signer(options: { file: string; passphrase: string }): Promise<Signer> {
  try {
    const bytes = await readFile(options.file);
    const container = forge.pkcs12.pkcs12FromAsn1(
      forge.asn1.fromDer(bytes.toString('binary')),
      options.passphrase,
    );
    const keyBag =
      bagsOf(container, forge.pki.oids['pkcs8ShroudedKeyBag'])[0] ??
      bagsOf(container, forge.pki.oids['keyBag'])[0];
    if (!keyBag?.key) throw new Error('no private key in the file');
    const certificates = bagsOf(container, forge.pki.oids['certBag']).flatMap((bag) =>
      bag.cert
        ? [Buffer.from(forge.asn1.toDer(forge.pki.certificateToAsn1(bag.cert)).getBytes(), 'binary')]
        : [],
    );
    const key = createPrivateKey(forge.pki.privateKeyToPem(keyBag.key));
    return keySigner(key, orderChain(certificates, key));
  } catch (cause) {
    if (cause instanceof SigningError) throw cause;
    throw new SigningError(
      'pkcs12Unreadable',
      '无法读取签名证书文件（PKCS#12），请检查文件和口令',
      'the PKCS #12 file cannot be read; check file and passphrase',
      {},
      { cause },
    );
  }
}

function bagsOf(container: forge.pkcs12.Pkcs12Pfx, bagType: string | undefined): forge.pkcs12.Bag[] {
  return bagType ? (container.getBags({ bagType })[bagType] ?? []) : [];
}

/** The key's own certificate first, then each issuer in turn. */
function orderChain(certificates: readonly Buffer[], key: ReturnType<typeof createPrivateKey>): Uint8Array[] {
  const parsed = certificates.map((der) => ({ der, x509: new X509Certificate(der) }));
  const chain: Uint8Array[] = [];
  let current = parsed.find(({ x509 }) => x509.checkPrivateKey(key));
  while (current && !chain.includes(current.der)) {
    chain.push(current.der);
    const { x509 } = current;
    current = parsed.find((candidate) => x509.checkIssued(candidate.x509));
  }
  return chain;
}
