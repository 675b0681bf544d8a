import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkNoCode } from './checkNoCode.ts';
import { refusedConstructs } from './refusedConstructs.ts';
import { allowedRows, type FixtureRow, refusedRows, xmlOfRow } from './rowsOfFixtures.ts';

const check = (row: FixtureRow) =>
  checkNoCode(row.language === 'bpmn' ? { bpmnXml: xmlOfRow(row) } : { dmnXml: xmlOfRow(row) });

describe('packs run no code', () => {
  for (const row of refusedRows) {
    it(`refuses: ${row.name}`, () => {
      // when
      const findings = check(row);
      // then
      const main = findings.find(({ code }) => code === row.code);
      assert.ok(main, `found only ${findings.map(({ code }) => code).join()}`);
      assert.equal(main.elementId, row.elementId);
      assert.ok(main.zh.length > 0 && main.en.length > 0 && !main.en.includes('{detail}'));
      const others = new Set(findings.map(({ code }) => code).filter((code) => code !== row.code));
      assert.deepEqual([...others].sort(), [...(row.also ?? [])].sort());
    });
  }

  for (const row of allowedRows) {
    it(`accepts: ${row.name}`, () => assert.deepEqual(check(row), []));
  }

  it('has a row for every rule that a file can break', () => {
    const shown = new Set(refusedRows.map(({ code }) => code));
    const missing = refusedConstructs.rules.filter(({ code }) => !shown.has(code)).map(({ code }) => code);
    // shown by tests of their own: the former by file name, the latter by text that is no XML
    assert.deepEqual(missing, ['resource-kind', 'not-well-formed']);
  });

  for (const text of ['', 'no xml', '<a><b></a>', '<a/><b/>', '<x:a/>', '<a b=1/>']) {
    it(`refuses text that is not well-formed: ${text || '(empty)'}`, () => {
      assert.deepEqual(
        checkNoCode({ bpmnXml: text }).map(({ code }) => code),
        ['not-well-formed'],
      );
    });
  }
});
