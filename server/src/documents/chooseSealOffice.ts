import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createDevelopmentAuthority,
  httpTimeStampAuthority,
  pkcs12Signer,
  type Signer,
} from '@onewindow/signing';
import type { Config } from '../config/configSchema.ts';
import type { TimeSource } from '../time/timeSource.ts';
import type { SealOffice } from './sealOffice.ts';

/** The seal office that the configuration names: the development authority, or PKCS#12 seals with a real time stamp. */
export function chooseSealOffice(config: Config, time: TimeSource): Promise<SealOffice> | SealOffice {
  return config.DEV_AUTHORITY ? developmentOffice(config, time) : configuredOffice(config);
}

async function developmentOffice(config: Config, time: TimeSource): Promise<SealOffice> {
  const authority = await createDevelopmentAuthority({
    directory: join(config.DATA_DIR, 'development-authority'),
    now: () => time.now(),
  });
  const tsa =
    config.TSA_URL === undefined
      ? authority.timeStampAuthority
      : httpTimeStampAuthority({ url: config.TSA_URL });
  return { tsa, trustedRoots: [authority.rootPem], sealFor: (body) => authority.sealFor(body) };
}

/** Throws Error when seals, roots or time-stamp authority are not configured. */
function configuredOffice(config: Config): SealOffice {
  const { SEALS_DIR: seals, SEALS_PASSPHRASE: passphrase = '', TRUST_ROOTS: roots, TSA_URL: tsaUrl } = config;
  if (seals === undefined || roots === undefined || tsaUrl === undefined) {
    throw new Error('SEALS_DIR, TRUST_ROOTS and TSA_URL are needed where the development authority is off');
  }
  const signers = new Map<string, Promise<Signer>>();
  return {
    tsa: httpTimeStampAuthority({ url: tsaUrl }),
    trustedRoots:
      readFileSync(roots, 'utf8').match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ??
      [],
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
