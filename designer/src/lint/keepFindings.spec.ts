import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Finding } from '../model/packFiles.ts';
import { keepFindings } from './keepFindings.ts';

const finding = (element: string, zh = element): Finding => ({
  code: 'nodeStuck',
  severity: 'error',
  file: 'process.bpmn',
  element,
  zh,
  en: zh,
});

describe('keepFindings', () => {
  it('gives the same list while a check says the same', () => {
    const old = [finding('a'), finding('b'), finding('b')];
    assert.equal(keepFindings(old, structuredClone(old)), old);
  });

  it('keeps what says the same and takes the rest as found, in the new order', () => {
    const old = [finding('a'), finding('b'), finding('c')];
    const found = [finding('c'), finding('a', 'another word'), finding('b'), finding('b')];
    const kept = keepFindings(old, found);
    assert.deepEqual(kept, found);
    assert.equal(kept[0], old[2]);
    assert.equal(kept[1], found[1]);
    assert.equal(kept[2], old[1]);
    assert.equal(kept[3], found[3]);
  });

  it('sees that one fell away', () => {
    const old = [finding('a'), finding('b')];
    assert.deepEqual(keepFindings(old, [finding('a')]), [finding('a')]);
  });
});
