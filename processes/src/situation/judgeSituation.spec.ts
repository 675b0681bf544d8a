import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parsePack } from '../pack/parsePack.ts';
import { listSeedPacks } from '../pack/readPackFolder.ts';
import { judgeCondition } from './judgeCondition.ts';
import { judgeSituation } from './judgeSituation.ts';

const packs = new Map(
  (await listSeedPacks())
    .filter(({ packCode }) => ['scjg-food', 'sthj-discharge', 'theme-restaurant'].includes(packCode))
    .map(({ packCode, files }) => [packCode, parsePack(files)]),
);

function judge(packCode: string, answers: Record<string, string>, operation = 'new', asked?: string[]) {
  const pack = packs.get(packCode);
  assert.ok(pack);
  const materials = pack.operations.find(({ key }) => key === operation)?.materials ?? [];
  const fields = new Set(asked ?? pack.questions.map(({ field }) => field));
  const result = judgeSituation({ pack, materials, fields, answers, known: { operation } });
  const verdicts = Object.fromEntries(result.materials.map(({ key, verdict }) => [key, verdict]));
  return { ...result, verdicts };
}

describe('judgeSituation', () => {
  it('asks one question after the other, and leaves open what hangs on the answers', () => {
    const before = judge('scjg-food', {});
    assert.deepEqual(
      before.questions.map(({ question, answer }) => [question.key, answer]),
      [['managementOnly', null]],
    );
    assert.equal(before.verdicts['floorPlan'], 'open');
    assert.equal(before.verdicts['automaticDevices'], 'open');
    assert.equal(before.verdicts['businessLicense'], 'yes');
    const floorPlan = before.materials.find(({ key }) => key === 'floorPlan');
    assert.deepEqual(
      floorPlan?.dependsOn.map(({ key }) => key),
      ['managementOnly'],
    );
  });

  it('lets materials fall away, and says because of which answer', () => {
    const office = judge('scjg-food', { managementOnly: 'yes', autoDevices: 'yes' });
    assert.equal(office.questions.length, 1);
    assert.deepEqual(
      Object.entries(office.verdicts).filter(([, verdict]) => verdict === 'no'),
      [
        ['floorPlan', 'no'],
        ['equipmentLayout', 'no'],
        // an answer to a question that is not asked counts for nothing
        ['automaticDevices', 'no'],
      ],
    );
    const floorPlan = office.materials.find(({ key }) => key === 'floorPlan');
    assert.deepEqual(
      floorPlan?.because.map(({ key }) => key),
      ['managementOnly'],
    );
  });

  it('asks a question only where the first answer calls for it', () => {
    const shop = judge('scjg-food', { managementOnly: 'no', autoDevices: 'yes' });
    assert.equal(shop.questions.length, 2);
    assert.ok(Object.values(shop.verdicts).every((verdict) => verdict === 'yes'));
  });

  it('takes the default where the form of the operation has no such field, and no answer where no option has it', () => {
    const elsewhere = judge('scjg-food', { managementOnly: 'yes' }, 'new', []);
    assert.deepEqual(elsewhere.questions, []);
    assert.equal(elsewhere.verdicts['floorPlan'], 'yes');
    assert.equal(judge('scjg-food', { managementOnly: 'perhaps' }).questions[0]?.answer, null);
  });

  it('names the situations of the limits that can still apply', () => {
    assert.deepEqual(judge('sthj-discharge', {}).variants, ['simplified', 'siteCheck', 'key', null]);
    assert.deepEqual(judge('sthj-discharge', { managementKind: 'simplified' }).variants, ['simplified']);
    // whether the site is checked is found out later
    assert.deepEqual(judge('sthj-discharge', { managementKind: 'key' }).variants, ['siteCheck', 'key']);
  });

  it('tells of which items a theme is made', () => {
    const items = (answers: Record<string, string>) =>
      Object.fromEntries(
        judge('theme-restaurant', answers).items.map(({ item, verdict }) => [item, verdict]),
      );
    assert.equal(items({})['scjg-company-setup'], 'open');
    assert.equal(items({ hasLicense: 'yes' })['scjg-company-setup'], 'no');
    assert.equal(items({ hasLicense: 'no' })['scjg-company-setup'], 'yes');
    assert.equal(items({})['scjg-food'], 'yes');
    // an outlet of one's own brings the water department in
    assert.equal(items({ drainage: 'own' })['swj-drainage'], 'yes');
    assert.equal(items({ drainage: 'shared' })['swj-drainage'], 'no');
  });
});

describe('judgeCondition', () => {
  const open = new Map([['kind', ['a', 'b']]]);
  for (const [condition, verdict] of [
    ["kind == 'a'", 'open'],
    ["kind == 'a' or kind == 'b'", 'yes'],
    ["kind == 'c'", 'no'],
    ["kind == 'a' and far", 'open'],
    ["kind == 'c' and far", 'no'],
    ['far', 'open'],
    ["known == 'x'", 'yes'],
  ] as const)
    it(`${condition}: ${verdict}`, () => {
      assert.equal(judgeCondition(condition, { known: 'x' }, open), verdict);
    });
});
