import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  certificatesOfPem,
  createDevelopmentAuthority,
  httpTimeStampAuthority,
  pkcs12Signer,
  type Signer,
  type TimeStampAuthority,
} from '@onewindow/signing';
import type { Config } from '../config/configSchema.ts';
import type { TimeSource } from '../time/timeSource.ts';
import type { SealOffice } from './sealOffice.ts';

/** What of the configuration concerns seals and time stamps. */
export type SealConfig = Pick<
  Config,
  'DEV_AUTHORITY' | 'DATA_DIR' | 'SEALS_DIR' | 'SEALS_PASSPHRASE' | 'TRUST_ROOTS' | 'TSA_URL'
>;

/** The seal office that the configuration names: the development authority, or PKCS#12 seals with a real time stamp. */
export function chooseSealOffice(config: SealConfig, time: TimeSource): Promise<SealOffice> | SealOffice {
  return config.DEV_AUTHORITY ? developmentOffice(config, time) : configuredOffice(config, time);
}

async function developmentOffice(config: SealConfig, time: TimeSource): Promise<SealOffice> {
  const authority = await createDevelopmentAuthority({
    directory: join(config.DATA_DIR, 'development-authority'),
    now: () => time.now(),
  });
  const trustedRoots = [authority.rootPem, ...readRoots(config.TRUST_ROOTS)];
  const tsa =
    config.TSA_URL === undefined
      ? authority.timeStampAuthority
      : stampedBy(config.TSA_URL, trustedRoots, time);
  return { tsa, trustedRoots, sealFor: (body) => authority.sealFor(body) };
}

/** A stamp counts only when its authority's certificate reaches a root that verifiers of our files are told to trust. */
function stampedBy(url: string, trustedRoots: readonly string[], time: TimeSource): TimeStampAuthority {
  const roots = certificatesOfPem(trustedRoots.join('\n'));
  return httpTimeStampAuthority({ url, roots, now: () => time.now() });
}

function readRoots(file: string | undefined): string[] {
  if (file === undefined) return [];
  return (
    readFileSync(file, 'utf8').match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
  );
}

/** Throws Error when seals, roots or time-stamp authority are not configured. */
function configuredOffice(config: SealConfig, time: TimeSource): SealOffice {
  const { SEALS_DIR: seals, SEALS_PASSPHRASE: passphrase = '', TRUST_ROOTS: roots, TSA_URL: tsaUrl } = config;
  if (seals === undefined || roots === undefined || tsaUrl === undefined) {
    throw new Error('SEALS_DIR, TRUST_ROOTS and TSA_URL are needed where the development authority is off');
  }
  const signers = new Map<string, Promise<Signer>>();
  const trustedRoots = readRoots(roots);
  return {
    tsa: stampedBy(tsaUrl, trustedRoots, time),
    trustedRoots,
    sealFor({ uscc, name }) {
      const file = join(seals, `${uscc}.p12`);
      const known = signers.get(uscc);
      if (known !== undefined) return known;
      if (!existsSync(file)) return Promise.reject(new Error(`no seal for ${name}: ${uscc}.p12 is missing`));
      const signer = pkcs12Signer({ file, passphrase });
      signers.set(uscc, signer);
      return signer;
    },
  };
}
