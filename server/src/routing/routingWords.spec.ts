import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listSeedPacks } from '@onewindow/processes';
import { LoadedPack } from '../catalog/packRegistry.ts';
import { routingWords } from './routingWords.ts';

const seed = (await listSeedPacks()).find(({ packCode }) => packCode === 'scjg-food');
const files = Object.entries(seed?.files ?? {}).map(([path, text]) => ({ path, text }));
const food = new LoadedPack(files, { version: 1, hash: '', definitionId: '' });
const words = routingWords(food, {
  operation: 'new',
  departmentName: (id) => (id === 'scjg' ? '市场监管局' : undefined),
});

describe('what a decision table saw, in words', () => {
  it('is named as the form names it, in both languages', () => {
    assert.deepEqual(words.heading('businessKind', '主体业态'), {
      'zh-CN': '主体业态',
      en: 'Kind of business',
    });
    assert.deepEqual(words.value('businessKind', 'catering'), { 'zh-CN': '餐饮服务经营者', en: 'Caterer' });
    assert.deepEqual(words.value('operation', 'new'), { 'zh-CN': '新办', en: 'New license' });
  });

  it('says yes and no, names departments, leaves numbers', () => {
    assert.equal(words.value('itemsChanged', false).en, 'no');
    assert.equal(words.value('decidingDepartment', 'scjg').en, '市场监管局');
    assert.equal(words.value('premisesArea', 80).en, '80');
  });

  it('says nothing for a default that the form does not offer', () => {
    assert.equal(words.value('businessKind', 'unknown')['zh-CN'], '');
    assert.equal(words.value('businessKind', null)['zh-CN'], '');
  });

  it('names what only the form of another operation asks for, and says nothing for its default', () => {
    assert.notEqual(words.heading('conditionsChanged', '经营条件是否变化').en, '经营条件是否变化');
    assert.equal(words.value('conditionsChanged', 'no')['zh-CN'], '');
    assert.equal(words.heading('town', '所在街镇').en, 'Town');
  });

  it('puts the quoted values of a row into words and leaves the rest', () => {
    assert.equal(
      words.condition('businessKind', '"catering","canteen"')['zh-CN'],
      '餐饮服务经营者、集中用餐单位食堂',
    );
    assert.equal(words.condition('businessKind', 'not("catering")').en, 'not(Caterer)');
    assert.equal(words.condition('premisesArea', '[0..200)')['zh-CN'], '[0..200)');
    assert.equal(words.condition('premisesArea', '-')['zh-CN'], '');
  });
});
