import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mod37Check } from './checkCharacter.ts';
import { importLicenseIdentifier, licenseIdentifier, parseLicenseIdentifier } from './licenseIdentifier.ts';

const published = '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U';
const synthetic = '1.2.156.3005.2.11100000000013338W001.111101150000999956.2026000001.001.Q';

describe('license identifier (GB/T 36904)', () => {
  it('has the check character of the published examples', () => {
    assert.equal(mod37Check('A12425GABC1234002'), 'M');
    for (const identifier of [published, synthetic]) {
      assert.equal(licenseIdentifier(parseLicenseIdentifier(identifier)), identifier);
    }
  });
  it('is refused with the rule that fails', () => {
    const rule = (identifier: string): string | undefined => importLicenseIdentifier(identifier).rule;
    assert.equal(rule(published.replace(/U$/, 'V')), 'check');
    assert.equal(rule(published.replace('00403', '00404')), 'check');
    assert.equal(rule(published.replace('.11430000006122244L.', '1.1430000006122244L.')), 'typeCode21');
    assert.equal(rule(published.replace('.001.', '.000.')), 'version');
    assert.equal(rule('not an identifier'), 'root');
  });
  it('is kept as received when another system issued it in its own way', () => {
    const foreign = published.replace('11430000006122244L', '430000');
    const imported = importLicenseIdentifier(foreign);
    assert.deepEqual([imported.standard, imported.original, imported.rule], [false, foreign, 'issuerUscc18']);
  });
});
