import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fieldsNamed, offerFields } from './offerFields.ts';

const form = (...components: object[]) => JSON.stringify({ components });
const field = (type: string, key: string, more: object = {}) => ({
  ...{ type, key, label: key, input: true, properties: { en: key } },
  ...more,
});
const files = new Map([
  [
    'forms/application.json',
    form(
      field('number', 'area'),
      field('textfield', 'phone'),
      field('textfield', 'day', { properties: { en: 'day', format: 'date' } }),
      field('datagrid', 'rows', { components: [field('number', 'price')] }),
    ),
  ],
  ['forms/review.json', form(field('checkbox', 'area'), field('radio', 'kind', { values: [] }))],
]);
const manifest = {
  operations: [{ key: 'new', name: { 'zh-CN': '新办', en: 'New' }, intakeForm: 'forms/application.json' }],
  intakeVariables: [{ name: 'day', from: '/day', type: 'string' }],
  steps: { review: { form: 'forms/review.json', name: { 'zh-CN': '审查', en: 'Review' } } },
};

describe('fields that a condition may ask about', () => {
  const offered = offerFields({ manifest, files, locale: 'zh-CN' } as never);

  it('are numbers, choices, days and yes or no that are not declared; no words of people, no rows', () => {
    assert.deepEqual(
      offered.map(({ field: { label, type }, place, variable }) => [label, type, place.join('.'), variable]),
      [
        ['area', 'number', 'intakeVariables', { name: 'area', from: '/area', type: 'number', default: 0 }],
        [
          ...['审查：area', 'boolean', 'steps.review.variables'],
          { name: 'area2', from: '/area', type: 'boolean', default: false },
        ],
        [
          ...['审查：kind', 'choice', 'steps.review.variables'],
          { name: 'kind', from: '/kind', type: 'string', default: '' },
        ],
      ],
    );
  });

  it('are declared when a condition names them, whole words only', () => {
    const names = (condition: string) => fieldsNamed(condition, offered).map(({ variable }) => variable.name);
    assert.deepEqual(names("${area2 == true && kind == 'x'}"), ['area2', 'kind']);
    assert.deepEqual(names('${areas > 1}'), []);
  });
});
