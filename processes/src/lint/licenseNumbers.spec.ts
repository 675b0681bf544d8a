import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listSeedPacks } from '../pack/readPackFolder.ts';
import { commonNumber, licenseNumbersOf, readLicenseNumbers } from './licenseNumbers.ts';

const name = { 'zh-CN': '证', en: 'License' };
const of = (numberFormat: string, typeCode = numberFormat) => ({
  packCode: typeCode,
  name,
  typeCode,
  numberFormat,
});
const collide = (one: string, other: string, division?: string) =>
  commonNumber(of(one, 'a'), of(other, 'b'), division);

describe('numbers of licenses of two packs', () => {
  it('collide where the same text can come of both', () => {
    assert.equal(
      collide('{division}{year}{serial:6}', '{division}{year}{serial:6}', '110115'),
      '1101152000000001',
    );
    assert.ok(collide('JY{division}{year}{serial:6}', 'JY110115{year}{serial:6}'));
    assert.ok(collide('JY2026{serial:6}', 'JY{year}{serial:6}'));
    assert.ok(collide('X{serial:8}', 'X{year}{serial:4}'));
  });

  it('are told apart by a prefix, a length or a sign', () => {
    assert.ok(!collide('JY{division}{year}{serial:6}', 'ZD{division}{year}{serial:6}'));
    assert.ok(!collide('{division}{year}{serial:6}', '{division}{year}{serial:5}'));
    assert.ok(!collide('〔{year}〕{serial:5}', '（{year}）{serial:5}'));
    assert.ok(!collide('X1999{serial:2}', 'X{year}{serial:2}'));
    // what the division is tells them apart here
    assert.ok(!collide('{division}{serial:4}', '{year}{serial:6}', '110115'));
  });

  it('never collide where type and format are the same: they are counted together', () => {
    assert.ok(!commonNumber(of('J{serial:6}', 'T'), of('J{serial:6}', 'T')));
    assert.ok(commonNumber(of('J{serial:8}', 'T'), of('J{year}{serial:4}', 'T')));
  });

  it('are told apart in all packs of the product', async () => {
    const all = (await listSeedPacks()).flatMap(({ files }) => readLicenseNumbers(files));
    assert.ok(all.length > 10);
    for (const one of all)
      for (const other of all)
        if (one !== other)
          assert.ok(!commonNumber(one, other, '110115'), `${one.packCode} ${other.packCode}`);
  });

  it('are nobody’s where another system gives them', () => {
    const given = { packCode: 'p', name, license: { typeCode: 'T', numberFormat: 'J{serial:6}' } };
    assert.equal(licenseNumbersOf(given as never).length, 1);
    const elsewhere = { ...given, license: { ...given.license, numberFrom: 'external:/number' } };
    assert.deepEqual(licenseNumbersOf(elsewhere as never), []);
    assert.deepEqual(licenseNumbersOf({ packCode: 'p', name } as never), []);
    assert.deepEqual(readLicenseNumbers({ 'pack.yaml': 'nothing' }), []);
  });
});
