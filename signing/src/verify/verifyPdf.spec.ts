import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { before, describe, it } from 'node:test';
import { issueCertificate } from '../authority/issueCertificate.ts';
import * as attack from '../fixtures/attacks.ts';
import { irregularlySigned } from '../fixtures/irregularSignature.ts';
import {
  BODY,
  drawnLicense,
  NOW,
  newAuthority,
  signedLicense,
  testAuthority,
} from '../fixtures/signedLicense.ts';
import { appendDocumentTimeStamp, appendSignature, signPdf } from '../pades/signPdf.ts';
import { keySigner } from '../signer/keySigner.ts';
import { localTimeStampAuthority } from '../timestamp/localTimeStampAuthority.ts';
import { type VerificationReport, verifyPdf } from './verifyPdf.ts';

let pdf: Buffer;
let roots: Uint8Array[];
const verify = (bytes: Uint8Array, now = NOW): Promise<VerificationReport> =>
  verifyPdf({ pdf: bytes, trustedRoots: roots, now });
const codes = (report: VerificationReport): string[] => report.reasons.map((reason) => reason.code);

async function refused(bytes: Uint8Array, ...expected: string[]): Promise<void> {
  const report = await verify(bytes);
  assert.equal(report.verdict, 'refused', JSON.stringify(report.reasons));
  if (expected.length > 0)
    assert.ok(
      codes(report).some((code) => expected.includes(code)),
      codes(report).join(),
    );
  assert.ok(report.reasons.every((reason) => reason.zh && reason.en));
}

before(async () => {
  pdf = await signedLicense();
  roots = [(await testAuthority()).rootCertificate];
});

describe('a genuine license', () => {
  it('is trusted, names its signer and its time', async () => {
    const report = await verify(pdf);
    assert.equal(report.verdict, 'trusted', JSON.stringify(report));
    const [signature] = report.signatures;
    assert.equal(signature?.signer?.uscc, BODY.uscc);
    assert.equal(signature?.timestamp?.at, NOW.toISOString());
    assert.equal(signature?.coversWholeDocument, true);
    assert.equal(signature?.certifying, true);
  });
  it('is intact but not trusted where its root is unknown', async () => {
    const report = await verifyPdf({ pdf, trustedRoots: [], now: NOW });
    assert.equal(report.verdict, 'intactUntrusted');
    assert.deepEqual(codes(report), ['signerUntrusted']);
  });
  it('stays trusted with a second signature and a document time stamp', async () => {
    const authority = await testAuthority();
    const second = await appendSignature({
      pdf,
      signer: await authority.sealFor({ uscc: '11110115900000006C', name: '大兴区政务服务和数据管理局' }),
      tsa: authority.timeStampAuthority,
      reason: '归档',
      signingTime: NOW,
      fieldName: 'Archive',
    });
    assert.ok(Buffer.from(second).subarray(0, pdf.length).equals(pdf));
    const third = await appendDocumentTimeStamp({
      pdf: second,
      tsa: authority.timeStampAuthority,
      fieldName: 'Stamp',
    });
    const report = await verify(third);
    assert.equal(report.verdict, 'trusted', JSON.stringify(report.reasons));
    assert.equal(report.signatures.length, 3);
    assert.ok(codes(report).includes('laterRevisionsAllowed'));
  });
  it('stays trusted after its certificate expired, since a time stamp vouches for the time', async () => {
    assert.equal((await verify(pdf, new Date('2031-01-01'))).verdict, 'trusted');
  });
});

describe('a changed file', () => {
  it('is refused for one flipped bit anywhere in the signed range', async () => {
    for (const share of [0.1, 0.35, 0.6]) await refused(attack.flipped(pdf, Math.floor(pdf.length * share)));
    await refused(attack.flipped(pdf, 2000), 'digestMismatch');
  });
  it('is refused when text was added in a later revision', async () =>
    refused(await attack.textAdded(pdf), 'objectChanged'));
  it('is refused when an annotation was laid over it', async () =>
    refused(await attack.annotationAdded(pdf), 'objectChanged'));
  it('is refused when a drawing or font was redefined', async () => {
    await refused(await attack.objectReplaced(pdf, 'Form'), 'objectChanged');
    await refused(await attack.objectReplaced(pdf, 'Type0'), 'objectChanged');
  });
  it('is refused when its pages were exchanged', async () =>
    refused(await attack.pagesReplaced(pdf), 'objectChanged'));
  it('is refused when an action was added', async () =>
    refused(await attack.actionAdded(pdf), 'objectChanged'));
  it('is refused when the certification was removed', async () =>
    refused(await attack.permissionsRemoved(pdf), 'permissionsChanged'));
  it('is refused when bytes follow its end', async () => {
    await refused(Buffer.concat([pdf, Buffer.from('\n% more')]), 'trailingBytes');
    await refused(Buffer.concat([pdf, Buffer.from('\n')]), 'trailingBytes');
    await refused(Buffer.concat([pdf, Buffer.from('\n%%EOF\n')]), 'notPdf', 'trailingBytes');
  });
  it('is refused when it was saved anew and signed again', async () =>
    refused(
      await attack.resavedAndSigned(pdf),
      'byteRangeInvalid',
      'contentsInvalid',
      'notRevisionEnd',
      'digestMismatch',
    ));
});

describe('a forged signature dictionary', () => {
  it('is refused when ByteRange does not start at 0', async () =>
    refused(attack.replaced(pdf, '/ByteRange [0 ', '/ByteRange [1 '), 'byteRangeInvalid'));
  it('is refused when ByteRange leaves a wider gap (signature wrapping)', async () => {
    const [, start, end, rest] = /\[0 (\d+) (\d+) (\d+)/.exec(pdf.toString('latin1')) ?? [];
    const wider = `[0 ${Number(start) - 1} ${end} ${rest}`;
    await refused(attack.replaced(pdf, `[0 ${start} ${end} ${rest}`, wider), 'byteRangeInvalid');
    const shorter = `[0 ${start} ${end} ${Number(rest) - 1}`.padEnd(`[0 ${start} ${end} ${rest}`.length);
    await refused(
      attack.replaced(pdf, `[0 ${start} ${end} ${rest}`, shorter),
      'notRevisionEnd',
      'trailingBytes',
      'digestMismatch',
    );
  });
  it('is refused without ByteRange or with negative numbers (universal signature forgery)', async () => {
    await refused(attack.replaced(pdf, '/ByteRange [0 ', '/ByteRangX [0 '), 'byteRangeInvalid');
    await refused(attack.replaced(pdf, '/ByteRange [0 ', '/ByteRange [-1'), 'byteRangeInvalid', 'notPdf');
  });
  it('is refused when /Contents is missing, empty or padded with something else', async () => {
    await refused(attack.replaced(pdf, '/Contents <', '/ContentX <'), 'contentsInvalid');
    const gap = pdf.lastIndexOf('0000>', undefined, 'latin1');
    const padded = Buffer.from(pdf);
    padded.write('41', gap, 'latin1');
    await refused(padded, 'contentsInvalid');
  });
  it('is refused under a foreign sub filter', async () =>
    refused(
      attack.replaced(pdf, '/ETSI.CAdES.detached', '/adbe.pkcs7.detached '.slice(0, 20)),
      'subFilterUnsupported',
      'digestMismatch',
      'notPdf',
    ));
});

describe('a signature without standing', () => {
  it('is refused when its certificate has expired and no time stamp vouches for the time', async () => {
    const bare = await signedLicense({ stamp: false });
    assert.equal((await verify(bare)).verdict, 'trusted');
    const report = await verify(bare, new Date('2031-01-01'));
    assert.deepEqual([report.verdict, codes(report)], ['refused', ['certificateExpired']]);
  });
  it('is refused when its time stamp comes from a foreign authority', async () => {
    const foreign = await newAuthority();
    const authority = await testAuthority();
    const mixed = await signPdf({
      pdf: (await drawnLicense()).pdf,
      signer: await authority.sealFor(BODY),
      tsa: foreign.timeStampAuthority,
      reason: 'x',
      signingTime: NOW,
      certify: true,
      fieldName: 'Seal1',
    });
    await refused(mixed, 'timestampUntrusted');
  });
  it('is refused when the time-stamp certificate lacks its usage', async () => {
    const authority = await testAuthority();
    const tsa = localTimeStampAuthority({ signer: await authority.sealFor(BODY), now: () => NOW });
    const wrong = await signPdf({
      pdf: (await drawnLicense()).pdf,
      signer: await authority.sealFor(BODY),
      tsa,
      reason: 'x',
      signingTime: NOW,
      certify: true,
      fieldName: 'Seal1',
    });
    await refused(wrong, 'timestampUsage');
  });
  it('is refused when its certificate was revoked', async () => {
    const authority = await newAuthority();
    const signed = await signedLicense({ authority });
    await authority.revokeSeal(BODY.uscc);
    const crls = await authority.revocationLists();
    const report = await verifyPdf({
      pdf: signed,
      trustedRoots: [authority.rootCertificate],
      now: NOW,
      crls,
    });
    assert.deepEqual([report.verdict, codes(report)], ['refused', ['certificateRevoked']]);
  });
  it('is intact but not trusted when its certificate was issued by one who may not issue', async () => {
    const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const seal = await (await testAuthority()).sealFor(BODY);
    const issuer = seal.certificateChain[0] as Uint8Array;
    const forged = await issueCertificate(
      {
        role: 'seal',
        subject: [['CN', '假机关']],
        publicKey: keys.publicKey,
        issuer: [['CN', BODY.name]],
        issuerPublicKey: keys.publicKey,
        notBefore: new Date(NOW.getTime() - 1000),
        notAfter: new Date('2030-01-01'),
      },
      seal.sign,
    );
    const signer = keySigner(keys.privateKey, [forged, issuer, ...seal.certificateChain.slice(1)]);
    assert.equal((await verify(await signedLicense({ signer }))).verdict, 'intactUntrusted');
  });
});

describe('a CMS that breaks the PAdES profile', () => {
  it('is refused, each with its reason', async () => {
    assert.equal((await verify(await irregularlySigned({}))).verdict, 'trusted');
    await refused(await irregularlySigned({ omitSigningCertificate: true }), 'signingCertificateMissing');
    await refused(await irregularlySigned({ foreignSigningCertificate: true }), 'signingCertificateMismatch');
    await refused(await irregularlySigned({ digest: 'sha1' }), 'digestUnsupported');
    await refused(await irregularlySigned({ withSigningTime: true }), 'cmsSigningTime');
    await refused(await irregularlySigned({ wrongSignature: true }), 'signatureInvalid');
  });
});

describe('anything else', () => {
  it('is refused and never throws', async () => {
    await refused((await drawnLicense()).pdf, 'noSignature');
    for (const junk of [
      '',
      '%PDF-1.7',
      'PK\u0003\u0004',
      '%PDF-1.7\nstartxref\n9\n%%EOF',
      `%PDF-1.7\n${'<<'.repeat(50_000)}`,
    ]) {
      await refused(Buffer.from(junk), 'notPdf');
    }
    for (let cut = 1; cut < 40; cut++) await refused(pdf.subarray(0, Math.floor((pdf.length * cut) / 40)));
  });
  it('is refused unread when too large', async () => {
    const report = await verifyPdf({ pdf, trustedRoots: roots, now: NOW, maxBytes: 1000 });
    assert.deepEqual(codes(report), ['fileTooLarge']);
  });
});
