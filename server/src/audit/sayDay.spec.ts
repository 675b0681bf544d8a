import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sayDay } from './sayDay.ts';

describe('a day in a sentence', () => {
  it('is written as on the pages, in both languages', () => {
    assert.deepEqual(sayDay('2026-12-06'), { 'zh-CN': '2026/12/06', en: '06 Dec 2026' });
    assert.deepEqual(sayDay('2026-09-01 18:00'), { 'zh-CN': '2026/09/01 18:00', en: '01 Sept 2026, 18:00' });
    // As the browser's en-GB has it.
    const browser = new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'short', day: '2-digit' });
    for (let month = 1; month <= 12; month += 1) {
      const day = `2026-${String(month).padStart(2, '0')}-15`;
      assert.equal(sayDay(day)?.en, browser.format(new Date(`${day}T12:00:00`)));
    }
  });

  it('is no other text', () => {
    for (const text of ['京兴政数督〔2026〕1号', '2026-12', '2026-13-01', ''])
      assert.equal(sayDay(text), undefined);
  });
});
