import { parseQrPayload, type QrVerdict, verifyQrPayload } from '@onewindow/signing';
import type { AppContext } from '../app/appContext.ts';
import type { LicenseDocument } from '../licenses/model.ts';
import { statusOf } from './verifyFile.ts';

/**
 * What the QR code of a license leads to: its status now, and whether the code is genuine: signed by the issuer's seal
 * over the content that the registry holds.
 */
export async function verifyByQr(input: {
  app: AppContext;
  identifier: string;
  query: { h?: string | undefined; k?: string | undefined; s?: string | undefined };
}) {
  const { app, identifier, query } = input;
  const license = (await app.models.licenses
    .findOne({ tenant: app.tenant, identifier })
    .lean()) as LicenseDocument | null;
  if (license === null || license.state === 'draft') return { found: false, qrVerified: false };
  const verdict = await judge(
    app,
    license,
    `/verify/${identifier}?h=${query.h ?? ''}&k=${query.k ?? ''}&s=${query.s ?? ''}`,
  );
  return {
    found: true,
    qrVerified: verdict === 'valid' && query.h === license.contentHash,
    qrVerdict: verdict,
    ...(await statusOf(app, license)),
  };
}

async function judge(
  app: AppContext,
  license: LicenseDocument,
  payload: string,
): Promise<QrVerdict | 'none'> {
  const signer = await app.seals.sealFor({ uscc: license.issuerUscc, name: license.issuerName });
  const [certificate] = signer.certificateChain;
  if (certificate === undefined) return 'none';
  try {
    return verifyQrPayload(parseQrPayload(payload), certificate);
  } catch {
    return 'none';
  }
}
