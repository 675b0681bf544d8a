import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkDocument } from './checkDocument.ts';

const today = '2026-11-23';

describe('the number of an identity document', () => {
  for (const [type, number, rule] of [
    ['111', '11010519491231002X', null],
    ['111', '110105194912310021', 'residentId.checkCharacter'],
    // Residence permits of Hong Kong, Macao and Taiwan carry a resident number.
    ['111', '810000199001010019', null],
    ['111', '820000199001010010', null],
    ['111', '830000199001010012', null],
    ['111', '810001199001010015', 'residentId.division'],
    ['414', 'E12345678', null],
    ['414', 'E1234567890', 'document.414'],
    ['511', '12345678', null],
    ['511', '1234567890A', null],
    ['511', '1234567', 'document.511'],
    ['516', 'H12345678', null],
    ['516', 'M1234567801', null],
    ['516', 'HA1234567', null],
    ['516', 'K12345678', 'document.516'],
    ['553', 'FRA110086031501', null],
    ['553', 'FRA1100860315', 'document.553'],
    ['553', '11010519491231002X', 'residentId.division'],
    ['099', 'anything', null],
  ] as const) {
    it(`${type} ${number} ${rule === null ? 'is taken' : `breaks ${rule}`}`, () => {
      assert.equal(checkDocument(type, number, today), rule);
    });
  }
});
