import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readScenarios } from './readScenarios.ts';

const small = `schemaVersion: 1
name: {zh-CN: 甲, en: a}
operation: new
startAt: 2026-11-02 10:00
applicant: {$given: shop}
form: {}
steps:
  - act: receive
  - act: accept
    expect:
      clocks:
        statutory: {due: 2026-11-16}
expect: {state: accepted}
`;
const given = 'shop: {kind: legal, name: 某店}\n';

const read = (text: string, blocks = given) =>
  readScenarios({ 'scenarios/a.yaml': text, 'scenarios/given.yaml': blocks });

describe('scenarios of a pack', () => {
  it('are read with the blocks put in and defaults filled in', () => {
    const { scenarios, problems, unknownGiven, unusedGiven } = read(small);
    assert.deepEqual([problems, unknownGiven, unusedGiven], [[], [], []]);
    const [one] = scenarios;
    assert.equal(one?.key, 'a');
    assert.deepEqual(one?.scenario.applicant, { kind: 'legal', name: '某店' });
    assert.deepEqual(one?.scenario.materials, { provide: 'all', held: {} });
  });

  for (const [path, line] of [
    [['operation'], 3],
    [['steps', 1], 9],
    [['steps', 1, 'expect', 'clocks', 'statutory', 'due'], 12],
    [['steps', 1, 'expect', 'documents', 0], 10],
    [['applicant', 'name'], 5],
    [['expect', 'state'], 13],
    [['nowhere'], 1],
  ] as const) {
    it(`know that ${path.join('.')} stands in line ${line}`, () => {
      assert.equal(read(small).scenarios[0]?.lineOf(path), line);
    });
  }

  for (const [what, text, line] of [
    ['a misspelt act', small.replace('act: accept', 'act: acept'), 9],
    [
      'a field that the format does not have',
      small.replace('operation: new', 'operation: new\nsurprise: 1'),
      1,
    ],
    ['a time that is none', small.replace('10:00', '25:00'), 4],
    ['no YAML', small.replace('steps:', 'steps: ['), 8],
  ] as const) {
    it(`are told with the line: ${what}`, () => {
      const { problems, scenarios } = read(text);
      assert.equal(scenarios.length, 0);
      assert.equal(problems[0]?.line, line, JSON.stringify(problems));
    });
  }

  it('name blocks that nobody uses and references to nothing', () => {
    assert.deepEqual(read(small, `${given}spare: {}\n`).unusedGiven, ['spare']);
    assert.deepEqual(read(small, 'other: {}\n').unknownGiven, [
      { file: 'scenarios/a.yaml', name: 'shop', line: 5 },
    ]);
  });
});
