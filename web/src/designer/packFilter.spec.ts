import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PackListItem } from '../api/packTypes.ts';
import { filterPacks, readPackFilter, writePackFilter } from './packFilter.ts';

const pack = (packCode: string, change: Partial<PackListItem> = {}): PackListItem => ({
  packCode,
  name: { 'zh-CN': `事项${packCode}`, en: `Item ${packCode}` },
  kind: 'approval',
  department: { id: 'scjg', name: '市场监管局' },
  published: {
    version: 1,
    hash: '',
    publishedAt: '2026-11-01T00:00:00Z',
    publishedBy: '吴设计',
    note: '',
    state: 'live',
    restores: null,
    retired: null,
  },
  runningCases: 0,
  drafts: [],
  ...change,
});
const draft = { by: '钱设计', savedAt: '2026-11-05T00:00:00Z', errorCount: 2, warningCount: 1 };
const packs = [
  pack('b', { drafts: [draft] }),
  pack('a', { runningCases: 3 }),
  pack('c', {
    published: null,
    drafts: [{ ...draft, errorCount: 0 }],
    department: { id: 'zwfw', name: '政务局' },
  }),
];
const shown = (address: string) =>
  filterPacks(packs, readPackFilter(new URLSearchParams(address))).map(({ packCode }) => packCode);

describe('the list of packs', () => {
  it('is searched by name, code, department and whose draft there is', () => {
    assert.deepEqual(shown('q=事项A'), ['a']);
    assert.deepEqual(shown('q=政务'), ['c']);
    assert.deepEqual(shown('q=钱设计'), ['b', 'c']);
  });

  it('is narrowed to a state and ordered by last change, running cases and findings', () => {
    assert.deepEqual(shown('state=draft'), ['b', 'c']);
    assert.deepEqual(shown('state=unpublished'), ['c']);
    assert.deepEqual(shown('state=live&order=changed'), ['b', 'a']);
    assert.deepEqual(shown('order=running'), ['a', 'b', 'c']);
    assert.deepEqual(shown('order=findings'), ['b', 'c', 'a']);
  });

  it('stands in the address as it was chosen', () => {
    const address = 'q=x&state=draft&order=name';
    const kept = writePackFilter(readPackFilter(new URLSearchParams(address)));
    assert.equal(new URLSearchParams(kept).toString(), address);
  });
});
