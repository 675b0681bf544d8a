import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mod37Check } from './checkCharacter.ts';
import { checkResidentId } from './checkResidentId.ts';
import { checkUscc } from './checkUscc.ts';
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

describe('unified social credit code (GB 32100)', () => {
  const rule = (code: string): string => {
    const result = checkUscc(code);
    return result.ok ? 'ok' : result.rule;
  };
  it('accepts a valid one and names the rule that another breaks', () => {
    assert.equal(rule('11110000000021135M'), 'ok');
    assert.equal(rule('11110000000021135N'), 'checkCharacter');
    assert.equal(rule('1111000000002113'), 'length');
    assert.equal(rule('1111000000002113IM'), 'alphabet');
    assert.equal(rule('11A10000000021135M'), 'division');
  });
});

describe('personal number (GB 11643)', () => {
  const rule = (id: string): string => {
    const result = checkResidentId(id, '2026-11-23');
    return result.ok ? 'ok' : result.rule;
  };
  it('accepts residents, residence permits and permanent residence cards', () => {
    assert.equal(rule('11010519491231002X'), 'ok');
    assert.equal(rule(withCheck('81000019900101001')), 'ok');
    assert.equal(rule(withCheck('91123419850615123')), 'ok');
  });
  it('names the rule that fails', () => {
    assert.equal(rule('110105194912310021'), 'checkCharacter');
    assert.equal(rule('11010519491231002x'), 'alphabet');
    assert.equal(rule(withCheck('11010520260230002')), 'birthDate');
    assert.equal(rule(withCheck('11010520270101002')), 'birthDate');
    assert.equal(rule(withCheck('99010520270101002')), 'birthDate');
    assert.equal(rule(withCheck('00010519900101002')), 'division');
    assert.equal(rule('1101051949'), 'length');
  });
});

function withCheck(first17: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return first17 + '10X98765432'.charAt(sum % 11);
}
