import { generateKeyPair, type KeyObject, randomBytes, X509Certificate } from 'node:crypto';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SigningError } from '../SigningError.ts';
import { keySigner } from '../signer/keySigner.ts';
import type { Signer } from '../signer/Signer.ts';
import {
  type LocalTimeStampAuthority,
  localTimeStampAuthority,
} from '../timestamp/localTimeStampAuthority.ts';
import { type DistinguishedName, issueCertificate } from './issueCertificate.ts';
import { issueRevocationList, type RevokedSerial } from './issueRevocationList.ts';
import { type KeyFile, pem, readKeyFile, writeKeyFile } from './keyFile.ts';

const generateRsa = promisify(generateKeyPair);
const day = 86_400_000;

/** Mark by which a production profile recognises and refuses these certificates. */
export const DEVELOPMENT_MARK = 'DEVELOPMENT ONLY 仅供开发测试';

const rootName: DistinguishedName = [
  ['C', 'CN'],
  ['O', 'OneWindow 一窗'],
  ['OU', DEVELOPMENT_MARK],
  ['CN', 'OneWindow Development Root CA'],
];
const issuingName: DistinguishedName = [...rootName.slice(0, 3), ['CN', 'OneWindow Development Issuing CA']];
const timeStampName: DistinguishedName = [
  ...rootName.slice(0, 3),
  ['CN', 'OneWindow Development Time Stamp Authority'],
];

export interface DevelopmentAuthority {
  /** The trust root, DER. */
  readonly rootCertificate: Uint8Array;
  /** The trust root, PEM: what is published as root.pem. */
  readonly rootPem: string;
  readonly issuingCertificate: Uint8Array;
  /** Time stamps from a key that chains to the same root. */
  readonly timeStampAuthority: LocalTimeStampAuthority;
  /** The seal of a body, made on first use and kept; renewed 30 days before it expires. */
  sealFor(body: { uscc: string; name: string }): Promise<Signer>;
  /** Fresh revocation lists (root's, issuing authority's), DER, valid 30 days. */
  revocationLists(): Promise<Uint8Array[]>;
  /** Puts a seal's certificate on the revocation list, and makes the next `sealFor` issue a new one. */
  revokeSeal(uscc: string): Promise<void>;
}

/**
 * A complete public-key infrastructure in a folder, so that everything can be tried without a network:
 * root → issuing authority → seals and time-stamp authority. Made at first use; private keys have mode 0600.
 * Safe when several processes start at once on the same folder. Never for production.
 */
export async function createDevelopmentAuthority(options: {
  directory: string;
  now: () => Date;
}): Promise<DevelopmentAuthority> {
  const { directory, now } = options;
  const home = join(directory, 'authority');
  if (!(await exists(join(home, 'root.pem')))) await establish(directory, home, now());
  const [root, issuing, timeStamp] = await Promise.all(
    (['root', 'issuing', 'timestamp'] as const).map((name) => readKeyFile(join(home, `${name}.key.pem`))),
  );
  if (!root || !issuing || !timeStamp) throw unreadable();
  const rootCertificate = leafOf(root);
  const issuingCertificate = leafOf(issuing);
  const seals = new Map<string, Promise<Signer>>();
  const sealFile = (uscc: string): string => join(directory, 'seals', `${uscc}.key.pem`);
  const revokedFile = join(directory, 'revoked.json');

  const issueSeal = async (body: { uscc: string; name: string }): Promise<KeyFile> => {
    const { publicKey, privateKey } = await generateRsa('rsa', { modulusLength: 2048 });
    const certificate = await issueCertificate(
      {
        role: 'seal',
        subject: [
          ['C', 'CN'],
          ['O', body.name],
          ['organizationIdentifier', body.uscc],
          ['OU', DEVELOPMENT_MARK],
          ['CN', body.name],
          ['serialNumber', body.uscc],
        ],
        publicKey,
        issuer: issuingName,
        issuerPublicKey: publicKeyOf(issuingCertificate),
        notBefore: new Date(now().getTime() - day),
        notAfter: new Date(now().getTime() + 3 * 365 * day),
      },
      signWith(issuing),
    );
    return { privateKey, certificateChain: [certificate, issuingCertificate] };
  };

  const loadSeal = async (body: { uscc: string; name: string }): Promise<Signer> => {
    const file = sealFile(body.uscc);
    await mkdir(join(directory, 'seals'), { recursive: true, mode: 0o700 });
    const kept = await readKeyFile(file);
    if (kept && isCurrent(leafOf(kept), body.name, now()))
      return keySigner(kept.privateKey, kept.certificateChain);
    const won = await writeKeyFile(file, await issueSeal(body), { replace: kept !== undefined });
    return keySigner(won.privateKey, won.certificateChain);
  };

  const revoked = async (): Promise<RevokedSerial[]> =>
    (await exists(revokedFile)) ? (JSON.parse(await readFile(revokedFile, 'utf8')) as RevokedSerial[]) : [];

  return {
    rootCertificate,
    rootPem: pem('CERTIFICATE', rootCertificate),
    issuingCertificate,
    timeStampAuthority: localTimeStampAuthority({
      signer: keySigner(timeStamp.privateKey, timeStamp.certificateChain),
      now,
    }),
    async sealFor(body) {
      if (!/^[0-9A-Z]{6,20}$/.test(body.uscc)) {
        throw new SigningError('sealCodeInvalid', '机构代码不正确', 'the code of the body is not valid', {
          uscc: body.uscc,
        });
      }
      const key = `${body.uscc} ${body.name}`;
      const known = await seals.get(key);
      if (known?.certificateChain[0] && isCurrent(known.certificateChain[0], body.name, now())) return known;
      const loading = loadSeal(body);
      seals.set(key, loading);
      loading.catch(() => seals.delete(key));
      return loading;
    },
    async revocationLists() {
      const window = { thisUpdate: now(), nextUpdate: new Date(now().getTime() + 30 * day) };
      return Promise.all([
        issueRevocationList(
          { issuer: rootName, issuerPublicKey: publicKeyOf(rootCertificate), ...window, revoked: [] },
          signWith(root),
        ),
        issueRevocationList(
          {
            issuer: issuingName,
            issuerPublicKey: publicKeyOf(issuingCertificate),
            ...window,
            revoked: await revoked(),
          },
          signWith(issuing),
        ),
      ]);
    },
    async revokeSeal(uscc) {
      const kept = await readKeyFile(sealFile(uscc));
      if (!kept) return;
      const serial = new X509Certificate(leafOf(kept)).serialNumber;
      const list = [...(await revoked()), { serial, at: now().toISOString() }];
      await writeFile(`${revokedFile}.new`, JSON.stringify(list, null, 2));
      await rename(`${revokedFile}.new`, revokedFile);
      await rename(sealFile(uscc), `${sealFile(uscc)}.${serial}.revoked`);
      for (const key of seals.keys()) if (key.startsWith(`${uscc} `)) seals.delete(key);
    },
  };
}

/** Builds the authority aside and moves it into place at once; when another process won, theirs is used. */
async function establish(directory: string, home: string, now: Date): Promise<void> {
  const aside = join(directory, `.authority-${randomBytes(6).toString('hex')}`);
  await mkdir(aside, { recursive: true, mode: 0o700 });
  const [rootKeys, issuingKeys, timeStampKeys] = await Promise.all([
    generateRsa('rsa', { modulusLength: 3072 }),
    generateRsa('rsa', { modulusLength: 3072 }),
    generateRsa('rsa', { modulusLength: 2048 }),
  ]);
  const notBefore = new Date(now.getTime() - 2 * day);
  const years = (count: number): Date => new Date(now.getTime() + count * 365 * day);
  const signAs = (key: KeyObject): ((tbs: Uint8Array) => Promise<Uint8Array>) => rawSign(key);
  const root = await issueCertificate(
    {
      role: 'root',
      subject: rootName,
      publicKey: rootKeys.publicKey,
      issuer: rootName,
      issuerPublicKey: rootKeys.publicKey,
      notBefore,
      notAfter: years(20),
    },
    signAs(rootKeys.privateKey),
  );
  const issuing = await issueCertificate(
    {
      role: 'issuing',
      subject: issuingName,
      publicKey: issuingKeys.publicKey,
      issuer: rootName,
      issuerPublicKey: rootKeys.publicKey,
      notBefore,
      notAfter: years(15),
    },
    signAs(rootKeys.privateKey),
  );
  const timeStamp = await issueCertificate(
    {
      role: 'timeStamp',
      subject: timeStampName,
      publicKey: timeStampKeys.publicKey,
      issuer: issuingName,
      issuerPublicKey: issuingKeys.publicKey,
      notBefore,
      notAfter: years(10),
    },
    signAs(issuingKeys.privateKey),
  );
  await writeKeyFile(join(aside, 'root.key.pem'), {
    privateKey: rootKeys.privateKey,
    certificateChain: [root],
  });
  await writeKeyFile(join(aside, 'issuing.key.pem'), {
    privateKey: issuingKeys.privateKey,
    certificateChain: [issuing],
  });
  await writeKeyFile(join(aside, 'timestamp.key.pem'), {
    privateKey: timeStampKeys.privateKey,
    certificateChain: [timeStamp, issuing],
  });
  await writeFile(join(aside, 'root.pem'), pem('CERTIFICATE', root));
  try {
    await rename(aside, home);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    if (!(await exists(join(home, 'root.pem')))) throw error;
  }
}

function isCurrent(certificate: Uint8Array, name: string, now: Date): boolean {
  const x509 = new X509Certificate(certificate);
  const sameName = x509.subject.includes(`CN=${name}`) || x509.subject.split('\n').includes(`CN=${name}`);
  return sameName && new Date(x509.validTo).getTime() - now.getTime() > 30 * day;
}

const publicKeyOf = (certificate: Uint8Array): KeyObject => new X509Certificate(certificate).publicKey;
const signWith = (file: KeyFile): ((tbs: Uint8Array) => Promise<Uint8Array>) =>
  rawSign(file.privateKey, leafOf(file));

function rawSign(key: KeyObject, certificate?: Uint8Array): (tbs: Uint8Array) => Promise<Uint8Array> {
  if (certificate) return keySigner(key, [certificate]).sign;
  return async (tbs) => (await import('node:crypto')).sign('sha256', tbs, key);
}

function leafOf(file: KeyFile): Uint8Array {
  const leaf = file.certificateChain[0];
  if (!leaf) throw unreadable();
  return leaf;
}

function unreadable(): SigningError {
  return new SigningError(
    'authorityUnreadable',
    '开发用证书目录不完整',
    'the folder of the development authority is incomplete',
  );
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
