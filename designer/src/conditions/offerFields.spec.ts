import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listCaseFields, listIntakeFields } from './listConditionFields.ts';
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
      offered
        .filter(({ variable }) => variable.daysSince === undefined)
        .map(({ field: { label, type }, place, variable }) => [label, type, place.join('.'), variable]),
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

  it('are also the days since the receipt, and since the completion of a step', () => {
    const day = form(field('textfield', 'validTo', { properties: { en: 'validTo', format: 'date' } }));
    const pack = {
      operations: [{ key: 'new', name: {}, intakeForm: 'forms/a.json' }],
      steps: { check: { name: { 'zh-CN': '核查', en: 'Check' }, form: 'forms/b.json' } },
    };
    const offered = offerFields({
      manifest: pack,
      files: new Map([
        ['forms/a.json', day],
        ['forms/b.json', day],
      ]),
      locale: 'zh-CN',
    } as never).filter(({ variable }) => variable.daysSince !== undefined && variable.daysIn === undefined);
    assert.deepEqual(
      offered.map(({ field, place, variable }) => [field.label, place[0], variable.name, variable.daysSince]),
      [
        ['从收件之日到“validTo”的天数（早于为负）', 'intakeVariables', 'validToDaysSinceReceipt', 'receipt'],
        ['核查：从收件之日到“validTo”的天数（早于为负）', 'steps', 'validToDaysSinceReceipt2', 'receipt'],
        ['核查：从办结本环节当天到“validTo”的天数（早于为负）', 'steps', 'validToDaysSinceToday', 'today'],
      ],
    );
  });

  it('are also the days from one day of a form to a later one, counted by the server', () => {
    const day = (key: string) => field('textfield', key, { properties: { en: key, format: 'date' } });
    const lease = new Map([
      ['forms/application.json', form(day('startsOn'), field('number', 'sum'), day('endsOn'))],
    ]);
    const variable = {
      name: 'endsOnDaysFromStartsOn',
      from: '/endsOn',
      daysFrom: '/startsOn',
      type: 'number',
      default: 0,
    };
    const of = (declared: object[]) =>
      offerFields({
        manifest: { ...manifest, intakeVariables: declared },
        files: lease,
        locale: 'zh-CN',
      } as never)
        .filter(({ variable: one }) => one.daysFrom !== undefined && one.daysIn === undefined)
        .map((one) => [one.field.label, one.field.type, one.variable]);
    assert.deepEqual(of([]), [['从“startsOn”到“endsOn”的天数', 'number', variable]]);
    assert.deepEqual(of([variable]), []);
    const [known] = listIntakeFields({
      manifest: { ...manifest, intakeVariables: [variable] },
      files: lease,
      locale: 'en',
      departments: [],
    } as never);
    assert.deepEqual([known?.label, known?.type], ['days from “startsOn” to “endsOn”', 'number']);
  });

  it('are also working days, and days from a day of the application or of a step before', () => {
    const day = (key: string) => field('textfield', key, { properties: { en: key, format: 'date' } });
    const pack = {
      operations: [{ key: 'new', name: {}, intakeForm: 'forms/a.json' }],
      steps: {
        check: { name: { 'zh-CN': '核查', en: 'Check' }, form: 'forms/b.json' },
        decide: { name: { 'zh-CN': '决定', en: 'Decide' }, form: 'forms/c.json' },
      },
    };
    const files = new Map([
      ['forms/a.json', form(day('signedOn'))],
      ['forms/b.json', form(day('checkedOn'))],
      ['forms/c.json', form(day('decidedOn'))],
    ]);
    const before = (step: string) => (step === 'decide' ? ['check'] : []);
    const across = (locale: string) =>
      offerFields({ manifest: pack, files, locale, before } as never).filter(
        ({ variable }) => variable.daysFrom !== undefined,
      );
    assert.deepEqual(
      across('zh-CN').map(({ field, variable }) => [
        field.label,
        variable.name,
        variable.daysFrom,
        variable.daysIn,
      ]),
      [
        [
          ...['核查：从“申请表：signedOn”到“checkedOn”的天数', 'checkedOnDaysFromSignedOn'],
          ...['intake:/signedOn', undefined],
        ],
        [
          ...['核查：从“申请表：signedOn”到“checkedOn”的工作日数', 'checkedOnWorkdaysFromSignedOn'],
          ...['intake:/signedOn', 'workday'],
        ],
        [
          ...['决定：从“申请表：signedOn”到“decidedOn”的天数', 'decidedOnDaysFromSignedOn'],
          ...['intake:/signedOn', undefined],
        ],
        [
          ...['决定：从“核查：checkedOn”到“decidedOn”的天数', 'decidedOnDaysFromCheckedOn'],
          ...['step.check:/checkedOn', undefined],
        ],
        [
          ...['决定：从“申请表：signedOn”到“decidedOn”的工作日数', 'decidedOnWorkdaysFromSignedOn'],
          ...['intake:/signedOn', 'workday'],
        ],
        [
          ...['决定：从“核查：checkedOn”到“decidedOn”的工作日数', 'decidedOnWorkdaysFromCheckedOn'],
          ...['step.check:/checkedOn', 'workday'],
        ],
      ],
    );
    // Declared, it is not offered again and reads the same.
    const [last] = across('en').slice(-1);
    const declared = {
      ...pack,
      steps: { ...pack.steps, decide: { ...pack.steps.decide, variables: [last?.variable] } },
    };
    const again = offerFields({ manifest: declared, files, locale: 'en', before } as never);
    assert.ok(!again.some(({ variable }) => variable.name === last?.variable.name));
    const known = listCaseFields({ manifest: declared, files, locale: 'en', departments: [] } as never);
    assert.equal(known.find(({ name }) => name === last?.variable.name)?.label, last?.field.label);
  });

  it('are declared when a condition names them, whole words only', () => {
    const names = (condition: string) => fieldsNamed(condition, offered).map(({ variable }) => variable.name);
    assert.deepEqual(names("${area2 == true && kind == 'x'}"), ['area2', 'kind']);
    assert.deepEqual(names('${areas > 1}'), []);
  });
});
