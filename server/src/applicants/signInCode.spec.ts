import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { FieldCipher } from '../store/fieldCipher.ts';
import { hashCode, isSameHash, newCode } from './signInCode.ts';

const cipher = new FieldCipher(`k:${randomBytes(32).toString('base64')}`, randomBytes(32).toString('base64'));

describe('a sign-in code', () => {
  it('has six digits, zeros in front too', () => {
    for (let at = 0; at < 200; at += 1) assert.match(newCode(), /^\d{6}$/);
  });

  it('is known by its hash, and another code or another phone has another', () => {
    const hash = hashCode(cipher, 'a', '012345');
    assert.equal(isSameHash(hash, hashCode(cipher, 'a', '012345')), true);
    assert.equal(isSameHash(hash, hashCode(cipher, 'a', '012346')), false);
    assert.equal(isSameHash(hash, hashCode(cipher, 'b', '012345')), false);
    assert.equal(isSameHash(hash, ''), false);
  });
});
