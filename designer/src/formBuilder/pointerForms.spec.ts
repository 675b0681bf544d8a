import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findFieldUses, renameField } from './fieldUses.ts';

const manifest = `operations:
  - {key: new, name: {zh-CN: 新办, en: New}, intakeForm: forms/application.json}
steps:
  arrange: {form: forms/arrange.json, variables: [{name: day, from: /day, type: string}]}
  expert: {form: forms/conclusion.json, panel: {form: forms/opinion.json, conclusion: {field: /day}}}
hearing:
  course: {arrangeStep: arrange, requestStep: ask, dayFrom: /day, placeFrom: /place}
checks:
  - {key: yearly, form: forms/check.json, result: {field: /day, passed: [a]}}
license:
  otherHolders: {list: 'intake:/holders', name: /day, code: /code, kind: /kind}
theme:
  sharedQuestions:
    - {key: q, field: /day, to: [{item: other, field: /day}]}
`;
const field = (key: string) => ({ type: 'textfield', key, label: key, input: true });
const form = (...components: object[]) => JSON.stringify({ components });
const files = new Map([
  ['pack.yaml', manifest],
  [
    'forms/application.json',
    form(field('day'), { type: 'datagrid', key: 'holders', label: 'h', components: [field('day')] }),
  ],
  ['forms/arrange.json', form(field('day'), field('place'))],
  ['forms/opinion.json', form(field('day'))],
  ['forms/check.json', form(field('day'))],
  [
    'scenarios/a.yaml',
    'form: {day: x}\nsteps:\n  - {act: edit, form: {day: y}}\n  - {act: complete, step: arrange, form: {day: z}}\n',
  ],
]);
const rename = (path: string, dataPath: string) =>
  renameField(files, path, dataPath, 'when').get('pack.yaml') ?? '';

describe('a renamed field', () => {
  it('is followed wherever its own form is meant, and nowhere else', () => {
    const arranged = rename('forms/arrange.json', 'day');
    assert.match(arranged, /dayFrom: \/when/);
    assert.match(arranged, /from: \/when, type: string/);
    assert.match(arranged, /result: \{field: \/day/);
    assert.match(arranged, /sharedQuestions:\n {4}- \{key: q, field: \/day/);
    assert.match(rename('forms/check.json', 'day'), /result: \{field: \/when/);
    assert.match(rename('forms/opinion.json', 'day'), /conclusion: \{field: \/when/);
  });

  it('leaves the fields of other packs alone', () => {
    const asked = rename('forms/application.json', 'day');
    assert.match(asked, /field: \/when, to: \[\{item: other, field: \/day\}/);
    assert.match(asked, /dayFrom: \/day/);
  });

  it('is followed from a row of its list', () => {
    const named = rename('forms/application.json', 'holders.day');
    assert.match(named, /otherHolders: \{list: 'intake:\/holders', name: \/when/);
    assert.match(named, /sharedQuestions:\n {4}- \{key: q, field: \/day/);
  });

  it('is followed in what scenarios edit and fill in', () => {
    const played = renameField(files, 'forms/application.json', 'day', 'when').get('scenarios/a.yaml') ?? '';
    assert.match(played, /form: \{when: x\}/);
    assert.match(played, /act: edit, form: \{when: y\}/);
    assert.match(played, /step: arrange, form: \{day: z\}/);
    assert.equal(findFieldUses(files, 'forms/check.json', 'day').length, 1);
  });
});
