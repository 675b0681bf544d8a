import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { listSeedPacks } from '../pack/readPackFolder.ts';
import { districtContext } from './districtContext.fixture.ts';
import { findingCodes } from './Finding.ts';
import { knownPackOf } from './knownPackOf.ts';
import type { LintContext, NoCodeFinding } from './LintContext.ts';
import { lintPack } from './lintPack.ts';
import { readItem, readLintCases, spoilPack } from './spoilPack.ts';

const context: LintContext = {
  ...districtContext,
  licenseTypes: [
    'businessLicense',
    'residentId',
    'householdRegister',
    'minimumLivingAllowance',
    'disabilityCertificate',
  ],
  packs: new Map([
    ['scjg-company-setup', { steps: ['review'], fields: { new: ['/companyName'] } }],
    ['scjg-food', { steps: ['review', 'inspect'], fields: { new: ['/premisesAddress'] } }],
    [
      'csglw-signboard',
      {
        steps: ['review'],
        fields: { new: ['/address'] },
        asks: { new: ['/address'] },
        materials: ['sketch'],
      },
    ],
    ['xfjy-fire-check', { steps: ['inspect'], fields: { new: ['/premisesAddress'] } }],
    ['theme-restaurant', { steps: [], fields: {} }],
  ]),
  licenseNumbers: [
    {
      packCode: 'neighbour',
      name: { 'zh-CN': '另一证照', en: 'Another license' },
      typeCode: 'other',
      numberFormat: 'SP110115{year}{serial:6}',
    },
  ],
  checkLicenseTemplate: (template) =>
    (template as { schemaVersion?: unknown }).schemaVersion === 1 ? [] : ['schemaVersion'],
};
const packs = new Map((await listSeedPacks()).map(({ packCode, files }) => [packCode, files]));
const food = packs.get('scjg-food') ?? {};

describe('lintPack', () => {
  // Each among the others, so that a theme is checked against its real items.
  const among = { ...context, packs: new Map([...packs].map(([code, files]) => [code, knownPackOf(files)])) };
  for (const [packCode, files] of packs) {
    it(`finds nothing wrong with ${packCode}`, async () => {
      assert.deepEqual(await lintPack(files, among), []);
    });
  }

  for (const row of readLintCases()) {
    const change = row.edit[0]
      ? JSON.stringify(row.edit[0]).slice(0, 90)
      : JSON.stringify([row.add, row.remove]);
    it(`${row.code} ${row.element ?? ''} ${change}`, async () => {
      // given a good pack, spoiled in one place
      const files = spoilPack(food, row);
      // when it is linted
      const findings = await lintPack(files, context);
      // then the fault is named, at its element, in whole sentences of both languages
      const found = findings.find(
        ({ code, element, path }) =>
          code === row.code && (!row.element || element === row.element) && (!row.path || path === row.path),
      );
      assert.ok(
        found,
        `found only: ${findings.map(({ code, element, path }) => `${code} ${element ?? path ?? ''}`).join(', ')}`,
      );
      assert.match(found.zh, /\p{Script=Han}/u);
      assert.match(found.help?.['zh-CN'] ?? '', /\p{Script=Han}/u);
      assert.match(found.help?.en ?? '', /[a-z]{3}/);
      for (const text of [found.zh, found.en]) assert.doesNotMatch(text, /(?<!\$)\{\w+\}|undefined/);
    });
  }

  it('has a row for every rule', () => {
    const rows = new Set(readLintCases().map(({ code }) => code));
    assert.deepEqual(
      findingCodes.filter((code) => !rows.has(code)),
      // too large for a row: lintDecisionRows.spec.ts
      ['dmnTooComplex'],
    );
  });

  it('never throws, whatever the files hold', async () => {
    const texts = ['', '{', '<', '- a\n- b', 'a: &a [*a, *a]', '<a/>', 'null', '[]', '\u0000'];
    const seen = new Set<string>();
    for (const [at, path] of Object.keys(food).entries()) {
      // The first of a folder is given every text, the others, which are read in the same way, one each.
      const folder = path.includes('/') ? path.slice(0, path.indexOf('/')) : path;
      const given = seen.has(folder) ? [texts[at % texts.length] ?? ''] : texts;
      seen.add(folder);
      for (const text of given) {
        const findings = await lintPack({ ...food, [path]: text }, context);
        assert.ok(Array.isArray(findings), path);
      }
    }
    assert.ok((await lintPack({}, context)).some(({ severity }) => severity === 'error'));
  });

  it('adds what the check for code finds, before everything else', async () => {
    // given a check that refuses the process
    const noCode = (input: { bpmnXml: string } | { dmnXml: string }): NoCodeFinding[] =>
      'bpmnXml' in input
        ? [{ code: 'script-task', elementId: 'review', zh: '不允许使用脚本任务', en: 'no script' }]
        : [];
    // when
    const [first] = await lintPack(food, { ...context, noCode });
    // then
    assert.deepEqual(first, {
      code: 'script-task',
      severity: 'error',
      file: 'process.bpmn',
      element: 'review',
      zh: '不允许使用脚本任务',
      en: 'no script',
      help: first?.help,
    });
  });

  it('puts errors before warnings', async () => {
    const files = { ...food, 'notices/spare.yaml': 'title: 1', 'note.txt': '' };
    const severities = (await lintPack(files, context)).map(({ severity }) => severity);
    assert.deepEqual(severities, [...severities].sort());
  });
});

describe('reference items', () => {
  /** What a manifest alone cannot have: the files beside it. */
  const elsewhere = ['fileMissing', 'partNoticeMissing', 'planDecisionUnknown', 'dispatchPartUnused'];
  for (const name of readdirSync(new URL('../../fixtures/items/', import.meta.url))) {
    it(`${name} refers to nothing that is not there, and promises nothing too late`, async () => {
      const manifest = { 'pack.yaml': readItem(name.replace('.yaml', '')) };
      const found = await lintPack(manifest, context);
      assert.deepEqual(
        found.filter(({ code }) => !elsewhere.includes(code)),
        [],
      );
    });
  }
});
