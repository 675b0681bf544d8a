import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BODY, IDENTIFIER, testAuthority } from '../fixtures/signedLicense.ts';
import { licenseContentHash } from './contentHash.ts';
import { parseQrPayload, signQrPayload, verifyQrPayload } from './qrPayload.ts';

describe('QR payload', () => {
  const contentHash = licenseContentHash({ licenseNo: 'JY1', holder: { name: '某公司' }, version: 1 });

  it('verifies off line against the issuer certificate and no other', async () => {
    const authority = await testAuthority();
    const signer = await authority.sealFor(BODY);
    const text = await signQrPayload({
      base: 'https://example.test/',
      identifier: IDENTIFIER,
      contentHash,
      signer,
    });
    assert.match(text, /^https:\/\/example\.test\/verify\/1\.2\.156\./);
    const payload = parseQrPayload(text);
    assert.equal(verifyQrPayload(payload, signer.certificateChain[0] as Uint8Array), 'valid');
    assert.equal(verifyQrPayload(payload, authority.rootCertificate), 'wrongKey');
    const forged = { ...payload, contentHash: contentHash.replace(/^./, (c) => (c === '0' ? '1' : '0')) };
    assert.equal(verifyQrPayload(forged, signer.certificateChain[0] as Uint8Array), 'forged');
  });
  it('hashes content whatever the order of its keys', () => {
    const other = licenseContentHash({ version: 1, holder: { name: '某公司' }, licenseNo: 'JY1' });
    assert.equal(other, contentHash);
    assert.notEqual(
      licenseContentHash({ version: 2, holder: { name: '某公司' }, licenseNo: 'JY1' }),
      contentHash,
    );
  });
  it('refuses a foreign text', () => {
    assert.throws(() => parseQrPayload('https://evil.test/'), { code: 'qrPayloadInvalid' });
  });
});
