import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { PackFiles } from '../../pack/packFiles.ts';
import { listSeedPacks } from '../../pack/readPackFolder.ts';
import { districtContext } from '../districtContext.fixture.ts';
import { lintPack } from '../lintPack.ts';
import { type LintCase, readLintCases, spoilPack } from '../spoilPack.ts';
import { applyFix } from './applyFix.ts';
import { findFix, fixers } from './findFix.ts';

const packs = new Map((await listSeedPacks()).map(({ packCode, files }) => [packCode, files]));
const food = packs.get('scjg-food') ?? {};

/** Spoiled packs that the table of lint has not, because there the finding has no fix. */
const moreCases: LintCase[] = [
  {
    code: 'placeholderUnknown',
    edit: [{ file: 'notices/granted.yaml', find: '{{caseNo}}', put: '{{ caseno }}', all: true }],
    add: {},
    remove: [],
  },
  {
    code: 'placeholderUnknown',
    edit: [{ file: 'license.yaml', find: '{{issuer.name}}', put: '{{issuer.nam}}', all: false }],
    add: {},
    remove: [],
  },
  {
    code: 'statutoryNotCited',
    path: 'limits.statutory',
    edit: [
      {
        file: 'pack.yaml',
        find: 'statutory: {limit: 10 workday, cite: 《食品经营许可和备案管理办法》第二十二条}',
        put: 'statutory: 20 workday',
        all: false,
      },
    ],
    add: {},
    remove: [],
  },
  {
    code: 'conditionMissing',
    element: 'inspectionNeededToDecisionEntry',
    edit: [{ file: 'process.bpmn', find: ' default="inspectionNeededToDecisionEntry"', put: '', all: false }],
    add: {},
    remove: [],
  },
  {
    code: 'licenseFieldUnbound',
    edit: [
      { file: 'pack.yaml', find: '    premisesAddress: intake:/premisesAddress\n', put: '', all: false },
    ],
    add: {},
    remove: [],
  },
];

const context = { ...districtContext, packs: undefined };
const fixed = new Set<string>();
const messages = readFileSync(new URL('../lint-messages.json', import.meta.url), 'utf8');

describe('fixes', () => {
  for (const row of [...readLintCases(), ...moreCases].filter(({ code }) => Object.hasOwn(fixers, code))) {
    it(
      `${row.code} ${row.element ?? row.path ?? ''} ${JSON.stringify(row.edit[0] ?? row.remove)}`.slice(
        0,
        140,
      ),
      async () => {
        // given a pack with the fault
        const files = spoilPack(food, row);
        const before = await lintPack(files, context);
        const finding = before.find(
          ({ code, element }) => code === row.code && (row.element === undefined || element === row.element),
        );
        assert.ok(finding, 'the fault is found');
        const fix = findFix(finding, files);
        if (fix === null) return;
        // when the fix is carried out
        const after = applyFix(files, fix);
        const left = await lintPack(after, context);
        // then nothing is left of the fault, and nothing new came
        const key = (entry: (typeof left)[number]) =>
          [entry.code, entry.file, entry.element, entry.path, entry.zh].join(' ');
        const known = new Set(before.map(key));
        if (fix.sure)
          assert.deepEqual(
            left.filter((entry) => !known.has(key(entry))),
            [],
            'nothing new',
          );
        assert.ok(!left.some((entry) => key(entry) === key(finding)));
        assert.match(fix.label['zh-CN'], /\p{Script=Han}/u);
        assert.ok(fix.label.en.length > 2);
        onlyNamed(
          files,
          after,
          fix.edits.map(({ file }) => file),
        );
        fixed.add(row.code);
      },
    );
  }

  it('every code in the table was fixed at least once, and is a code of lint', () => {
    assert.deepEqual(
      Object.keys(fixers).filter((code) => !fixed.has(code)),
      [],
    );
    for (const code of Object.keys(fixers)) assert.ok(messages.includes(`"${code}"`), code);
  });

  it('leaves the other lines of a file as they were', () => {
    const row = readLintCases().find(({ code }) => code === 'processId');
    assert.ok(row);
    const files = spoilPack(food, row);
    const fix = findFix(
      { code: 'processId', file: 'process.bpmn', element: 'scjg-foods', params: { packCode: 'scjg-food' } },
      files,
    );
    assert.ok(fix);
    assert.equal(applyFix(files, fix)['process.bpmn'], food['process.bpmn'], 'byte for byte');
  });

  it('has no answer where only a person knows one', () => {
    for (const code of ['stepMissing', 'nodeStuck', 'dmnGap', 'constructor'])
      assert.equal(findFix({ code, file: 'pack.yaml' }, food), null);
  });
});

function onlyNamed(before: PackFiles, after: PackFiles, named: readonly string[]): void {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  for (const path of paths)
    if (!named.includes(path)) assert.equal(after[path], before[path], `${path} is untouched`);
}
