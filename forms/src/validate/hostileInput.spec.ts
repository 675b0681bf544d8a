import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type FormDefinition, isObject } from '../model/formDefinition.ts';
import { type Field, fieldsInScope, readFields } from '../model/readFields.ts';
import { checkSubmission } from './validateSubmission.ts';

const form: FormDefinition = {
  components: [
    { type: 'textfield', key: 'a', label: '甲', input: true, validate: { pattern: '([a-z0-9]*|[a-z]*)*x' } },
    { type: 'number', key: 'b', label: '乙', input: true },
    {
      type: 'radio',
      key: 'c',
      label: '丙',
      input: true,
      values: [
        { label: '一', value: 'one' },
        { label: '二', value: 'two' },
      ],
    },
    { type: 'selectboxes', key: 'd', label: '丁', input: true, values: [{ label: '一', value: 'one' }] },
    {
      type: 'datagrid',
      key: 'e',
      label: '戊',
      input: true,
      components: [
        {
          type: 'textarea',
          key: 'f',
          label: '己',
          input: true,
          conditional: { show: true, when: 'c', eq: 'one' },
        },
      ],
    },
    {
      type: 'container',
      key: 'g',
      input: true,
      components: [
        { type: 'checkbox', key: 'h', label: '庚', input: true },
        { type: 'file', key: 'i', label: '辛', input: true },
      ],
    },
  ],
};

/** Every value in the data is of the kind that its field may hold, and there is nothing else. */
function conforms(fields: readonly Field[], data: unknown): boolean {
  if (!isObject(data) || Object.getPrototypeOf(data) !== Object.prototype) return false;
  const scope = fieldsInScope(fields);
  return Object.entries(data).every(([key, value]) => {
    const field = scope.find((entry) => entry.key === key);
    if (field === undefined) return false;
    if (field.kind === 'group') return conforms(field.children, value);
    if (field.kind === 'rows')
      return Array.isArray(value) && value.every((row) => conforms(field.children, row));
    if (field.type === 'number') return Number.isFinite(value);
    if (field.type === 'checkbox') return typeof value === 'boolean';
    if (field.type === 'radio') return value === 'one' || value === 'two';
    if (field.type === 'selectboxes')
      return isObject(value) && Object.keys(value).join() === 'one' && typeof value['one'] === 'boolean';
    if (field.type === 'file')
      return (
        Array.isArray(value) &&
        value.every((file) => isObject(file) && Object.keys(file).join() === 'id,name,size,mediaType')
      );
    return typeof value === 'string';
  });
}

const keys = fc.constantFrom(
  'a',
  'b',
  'c',
  'd',
  'e',
  'f',
  'g',
  'h',
  'i',
  'one',
  'two',
  '__proto__',
  'constructor',
  'toString',
  'length',
  'id',
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('one', 'two', '', 0, -0, Number.NaN, null, true, false, '1', 'x', '\u0000'),
    fc.string(),
    fc.double(),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.array(fc.tuple(keys, tie('any')), { maxLength: 6 }).map((entries) => {
      const made = {};
      for (const [key, entry] of entries)
        Object.defineProperty(made, key, {
          value: entry,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      return made;
    }),
  ),
})).any;

describe('hostile submissions', () => {
  for (const mode of ['submit', 'draft'] as const) {
    it(`never smuggles anything past the form (${mode})`, () => {
      const fields = readFields(form);
      fc.assert(
        fc.property(value, (data) => {
          const checked = checkSubmission({ form, data, mode, locale: 'zh-CN' });
          assert.ok(conforms(fields, checked.data), JSON.stringify(checked.data));
          assert.equal(checked.ok, checked.errors.length === 0);
        }),
        { numRuns: 400, seed: 20261123 },
      );
      assert.equal(Object.hasOwn(Object.prototype, 'one'), false);
    });

    it(`is stable: what came out is accepted again unchanged (${mode})`, () => {
      fc.assert(
        fc.property(value, (data) => {
          const once = checkSubmission({ form, data, mode: 'draft', locale: 'zh-CN' });
          const twice = checkSubmission({ form, data: once.data, mode: 'draft', locale: 'zh-CN' });
          assert.deepEqual(twice, { ok: true, errors: [], data: once.data });
        }),
        { numRuns: 200, seed: 20261123 },
      );
    });
  }

  it('takes little time whatever is sent', () => {
    const attacks: unknown[] = [
      { a: `${'a'.repeat(900)}!` },
      { a: '0'.repeat(1_000_000) },
      { e: Array.from({ length: 100_000 }, () => ({ f: 'x' })) },
      { c: 'one', e: Array.from({ length: 200 }, () => ({ f: 'x'.repeat(5_000) })) },
      { d: Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`k${at}`, true])) },
      JSON.parse(`${'{"g":'.repeat(3_000)}1${'}'.repeat(3_000)}`),
    ];
    for (const data of attacks) {
      const before = process.cpuUsage();
      checkSubmission({ form, data, mode: 'submit', locale: 'zh-CN' });
      const milliseconds = process.cpuUsage(before).user / 1_000;
      assert.ok(milliseconds < 1_500, `${milliseconds} ms`);
    }
  });
});
