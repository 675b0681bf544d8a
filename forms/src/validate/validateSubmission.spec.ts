import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FormDefinition } from '../model/formDefinition.ts';
import { listWritableKeys } from './lockedFields.ts';
import { checkSubmission, type Submission, validateSubmission } from './validateSubmission.ts';

const options = [
  { label: '是', value: 'yes' },
  { label: '否', value: 'no' },
];

const form: FormDefinition = {
  components: [
    {
      type: 'panel',
      key: 'p',
      title: '基本',
      components: [
        {
          type: 'textfield',
          key: 'name',
          label: '姓名',
          input: true,
          validate: { required: true, maxLength: 5 },
          properties: { en: 'Name' },
        },
        {
          type: 'number',
          key: 'area',
          label: '面积',
          input: true,
          decimalLimit: 2,
          validate: { min: 1, max: 200 },
        },
        {
          type: 'radio',
          key: 'house',
          label: '仓库',
          input: true,
          values: options,
          validate: { required: true },
        },
        {
          type: 'textfield',
          key: 'houseAddress',
          label: '仓库地址',
          input: true,
          validate: { required: true },
          conditional: { show: true, when: 'house', eq: 'yes' },
        },
      ],
    },
    { type: 'select', key: 'kind', label: '业态', input: true, dataSrc: 'values', data: { values: options } },
    {
      type: 'selectboxes',
      key: 'scope',
      label: '项目',
      input: true,
      values: [...options, { label: '另', value: 'more' }],
      validate: { minSelectedCount: 2 },
    },
    { type: 'checkbox', key: 'promise', label: '承诺', input: true, validate: { required: true } },
    {
      type: 'datagrid',
      key: 'rows',
      label: '成员',
      input: true,
      validate: { maxLength: 3 },
      components: [
        { type: 'textfield', key: 'who', label: '成员姓名', input: true, validate: { required: true } },
        {
          type: 'textfield',
          key: 'secret',
          label: '秘密',
          input: true,
          conditional: { show: true, when: 'rows.who', eq: 'x' },
        },
      ],
    },
    {
      type: 'container',
      key: 'more',
      input: true,
      components: [{ type: 'textfield', key: 'note', label: '备注', input: true }],
    },
    { type: 'file', key: 'photo', label: '照片', input: true },
    { type: 'textfield', key: 'born', label: '日期', input: true, properties: { format: 'date' } },
    { type: 'textfield', key: 'idNo', label: '身份证号', input: true, properties: { format: 'residentId' } },
    {
      type: 'textfield',
      key: 'code',
      label: '代码',
      input: true,
      validate: { pattern: '[A-Z]{3}', customMessage: '应为三个大写字母' },
    },
  ],
};

const right = { name: '张三', area: 12.5, house: 'no', scope: { yes: true, no: true }, promise: true };

function check(data: unknown, more: Partial<Submission> = {}) {
  return checkSubmission({ form, data, mode: 'submit', locale: 'zh-CN', ...more });
}

describe('validateSubmission', () => {
  it('accepts a right submission and returns it in normal form', async () => {
    const checked = await validateSubmission({ form, data: right, mode: 'submit', locale: 'zh-CN' });
    assert.deepEqual(checked, {
      ok: true,
      errors: [],
      data: { ...right, scope: { yes: true, no: true, more: false } },
    });
  });

  it('names every missing field in Chinese, in the order of the form', () => {
    const { errors } = check({});
    assert.deepEqual(
      errors.map((error) => error.message),
      ['请填写姓名', '请选择仓库', '请勾选承诺'],
    );
    assert.deepEqual(errors[0], {
      path: 'name',
      pointer: '/name',
      label: '姓名',
      message: '请填写姓名',
      messageEn: 'Name is required',
      rule: 'required',
    });
  });

  it('answers in English when asked', () => {
    assert.equal(check({}, { locale: 'en' }).errors[0]?.message, 'Name is required');
  });

  it('lets a draft be incomplete, not wrong', () => {
    assert.equal(check({}, { mode: 'draft' }).ok, true);
    assert.equal(check({ area: '12' }, { mode: 'draft' }).ok, false);
    assert.equal(check({ code: 'A' }, { mode: 'draft' }).ok, true);
  });

  /** What a browser could send instead of a right value: path, value, rule. */
  const wrong: readonly (readonly [string, unknown, string])[] = [
    ['name', { toString: 1 }, 'type'],
    ['name', ['张三'], 'type'],
    ['name', 5, 'type'],
    ['name', true, 'type'],
    ['name', '一二三四五六', 'maxLength'],
    ['name', '   ', 'required'],
    ['name', 'a\u0000b', 'characters'],
    ['name', '\ud800', 'characters'],
    ['name', 'a\u202eb', 'characters'],
    ['name', 'a\nb', 'characters'],
    ['area', '12', 'type'],
    ['area', Number.NaN, 'type'],
    ['area', 1e308 * 10, 'type'],
    ['area', {}, 'type'],
    ['area', [1], 'type'],
    ['area', 0, 'min'],
    ['area', 201, 'max'],
    ['area', 1.234, 'decimals'],
    ['area', true, 'type'],
    ['house', 'perhaps', 'choice'],
    ['house', ['yes'], 'type'],
    ['house', { yes: true }, 'type'],
    ['house', '__proto__', 'choice'],
    ['kind', 'other', 'choice'],
    ['kind', ['yes'], 'type'],
    ['kind', { value: 'yes' }, 'type'],
    ['scope', { other: true }, 'choice'],
    ['scope', ['yes'], 'type'],
    ['scope', { yes: 'true' }, 'type'],
    ['scope', 'yes', 'type'],
    ['scope', { yes: true }, 'minChoices'],
    ['promise', 'true', 'type'],
    ['promise', false, 'required'],
    ['promise', 1, 'type'],
    ['rows', { who: 'x' }, 'type'],
    ['rows', 'x', 'type'],
    ['rows', [1], 'type'],
    ['rows', [{}, {}, {}, {}], 'maxRows'],
    ['more', 'x', 'type'],
    ['more', [1], 'type'],
    ['photo', 'x', 'type'],
    ['photo', [{ id: '../x', name: 'a', size: 1, mediaType: 'image/png' }], 'type'],
    ['photo', [{ id: 'a', name: '../../etc', size: 1, mediaType: 'image/png' }], 'type'],
    ['born', '2026-02-30', 'date'],
    ['born', '2026-1-1', 'date'],
    ['born', 20260101, 'type'],
    ['idNo', '110105194912310021', 'residentId'],
    ['idNo', '11010519491231002', 'residentId'],
    ['idNo', '110105194913310021', 'residentId'],
    ['code', 'ABCD', 'pattern'],
    ['code', 'AB', 'pattern'],
  ];
  for (const [path, value, rule] of wrong) {
    it(`finds ${path} = ${JSON.stringify(value) ?? String(value)} wrong (${rule})`, () => {
      const { ok, errors } = check({ ...right, [path]: value });
      assert.equal(ok, false);
      const error = errors.find((entry) => entry.path === path || entry.path.startsWith(`${path}[`));
      assert.equal(error?.rule, rule, JSON.stringify(errors));
      assert.match(error?.message ?? '', /[\u4e00-\u9fff]/);
      assert.ok(error?.message.includes(error.label));
    });
  }

  it('uses the words of the author, with the name of the field', () => {
    assert.equal(check({ ...right, code: 'x' }).errors[0]?.message, '代码：应为三个大写字母');
  });

  it('strips what the form does not declare, at every level, inherited keys included', () => {
    const sent =
      JSON.parse(`{"name":"张三","area":12,"house":"no","scope":{"yes":true,"more":true},"promise":true,"admin":true,
      "__proto__":{"kind":"yes"},"constructor":{"prototype":{"x":1}},
      "rows":[{"who":"a","role":"head","__proto__":{"secret":"s"}}],"more":{"note":"n","_id":1}}`);
    const { ok, data } = check(sent);
    assert.equal(ok, true);
    assert.deepEqual(data, {
      name: '张三',
      area: 12,
      house: 'no',
      scope: { yes: true, no: false, more: true },
      promise: true,
      rows: [{ who: 'a' }],
      more: { note: 'n' },
    });
    assert.equal(({} as Record<string, unknown>)['x'], undefined);
  });

  it('requires a field that is shown and drops one that is hidden', () => {
    assert.deepEqual(
      check({ ...right, house: 'yes' }).errors.map((error) => error.path),
      ['houseAddress'],
    );
    const hidden = check({ ...right, houseAddress: '某路' });
    assert.equal(hidden.ok, true);
    assert.equal('houseAddress' in hidden.data, false);
  });

  it('does not complain about a hidden field of the wrong type', () => {
    assert.equal(check({ ...right, houseAddress: { a: 1 } }).ok, true);
  });

  it('decides row by row what is hidden', () => {
    const { data } = check({
      ...right,
      rows: [
        { who: 'x', secret: 's' },
        { who: 'y', secret: 's' },
      ],
    });
    assert.deepEqual(data['rows'], [{ who: 'x', secret: 's' }, { who: 'y' }]);
  });

  it('names the row of a problem', () => {
    const { errors } = check({ ...right, rows: [{ who: 'a' }, {}] });
    assert.deepEqual(
      [errors[0]?.path, errors[0]?.pointer, errors[0]?.message],
      ['rows[1].who', '/rows/1/who', '第 2 行：请填写成员姓名'],
    );
  });

  it('follows a chain of conditions: what hides a field hides what depends on it', () => {
    const chain: FormDefinition = {
      components: [
        { type: 'textfield', key: 'a', label: 'a', input: true },
        {
          type: 'textfield',
          key: 'b',
          label: 'b',
          input: true,
          conditional: { show: true, when: 'a', eq: '1' },
        },
        {
          type: 'panel',
          key: 'p',
          components: [
            { type: 'textfield', key: 'c', label: 'c', input: true, validate: { required: true } },
          ],
          conditional: {
            show: true,
            conjunction: 'all',
            conditions: [{ component: 'b', operator: 'isEqual', value: '1' }],
          },
        },
      ],
    };
    const checked = checkSubmission({
      form: chain,
      data: { a: '0', b: '1', c: 'smuggled' },
      mode: 'submit',
      locale: 'zh-CN',
    });
    assert.deepEqual(checked, { ok: true, data: { a: '0' }, errors: [] });
  });

  it('keeps the stored value of a field that the user may not write', () => {
    const checked = check(
      { ...right, name: '李四' },
      { writableKeys: ['area', 'house', 'scope', 'promise'], stored: { name: '张三' } },
    );
    assert.equal(checked.data['name'], '张三');
    const disabled: FormDefinition = {
      components: [
        {
          type: 'textfield',
          key: 'a',
          label: 'a',
          input: true,
          disabled: true,
          validate: { required: true },
        },
      ],
    };
    assert.deepEqual(
      checkSubmission({ form: disabled, data: { a: 'x' }, mode: 'submit', locale: 'zh-CN' }).data,
      {},
    );
  });

  it('takes an old credit code whose check character fails once it is confirmed, and no other', () => {
    const coded: FormDefinition = {
      components: [
        { type: 'textfield', key: 'code', label: '代码', input: true, properties: { format: 'uscc' } },
      ],
    };
    const rule = (code: string, confirmedCodes: readonly string[]) =>
      checkSubmission({ form: coded, data: { code }, mode: 'submit', locale: 'zh-CN', confirmedCodes })
        .errors[0]?.rule;
    assert.equal(rule('91110115MA01A2B3C1', []), 'uscc');
    assert.equal(rule('91110115MA01A2B3C1', ['91110115MA01A2B3C1']), undefined);
    assert.equal(rule('91110115MA01A2B3C2', ['91110115MA01A2B3C1']), 'uscc');
    assert.equal(rule('911', ['911']), 'uscc', 'only the check character can be excused');
  });

  const photoOf = (id: string, more: object = {}) => [
    { id, name: 'x.jpg', size: 1, mediaType: 'image/jpeg', ...more },
  ];
  const uploaded = new Map([
    ['f1', { id: 'f1', name: '门头.jpg', size: 10, mediaType: 'image/jpeg' }],
    ['f2', { id: 'f2', name: 'plan.pdf', size: 10, mediaType: 'application/pdf' }],
  ]);

  it('accepts only uploaded files and stores what is known of them, not what was sent', () => {
    const known = check({ ...right, photo: photoOf('f1', { url: 'http://x' }) }, { knownFiles: uploaded });
    assert.deepEqual(known.data['photo'], [uploaded.get('f1')]);
    const foreign = check({ ...right, photo: photoOf('f9') }, { knownFiles: uploaded });
    assert.equal(foreign.errors[0]?.rule, 'fileUnknown');
  });

  it('holds a file to the rules of its field: number, kind, size', () => {
    const strict = {
      type: 'file',
      key: 'photo',
      label: '照片',
      input: true,
      image: true,
      filePattern: '.jpg',
      fileMaxSize: '5B',
    };
    const rule = (photo: unknown, change: object = {}) =>
      checkSubmission({
        form: { components: [{ ...strict, ...change }] },
        data: { photo },
        mode: 'submit',
        locale: 'zh-CN',
        knownFiles: uploaded,
      }).errors[0]?.rule;
    assert.equal(rule(photoOf('f1')), 'fileSize');
    assert.equal(rule(photoOf('f1'), { fileMaxSize: '1KB' }), undefined);
    assert.equal(rule(photoOf('f2'), { fileMaxSize: '1KB' }), 'fileType');
    assert.equal(rule(photoOf('f2'), { fileMaxSize: '1KB', filePattern: '.pdf' }), 'fileType');
    assert.equal(rule([...photoOf('f1'), ...photoOf('f1')], { fileMaxSize: '1KB' }), 'oneFile');
  });

  it('keeps the stored value of what lies in a disabled panel or table, its files included', () => {
    const inside: FormDefinition = {
      components: [
        {
          type: 'panel',
          key: 'p',
          disabled: true,
          components: [
            { type: 'textfield', key: 'a', label: 'a', input: true },
            { type: 'file', key: 'f', label: 'f', input: true },
          ],
        },
        { type: 'textfield', key: 'b', label: 'b', input: true },
      ],
    };
    const stored = { a: 'old', f: photoOf('earlier') };
    const checked = checkSubmission({
      form: inside,
      data: { a: 'new', b: 'new', f: photoOf('forged') },
      mode: 'submit',
      locale: 'zh-CN',
      stored,
      writableKeys: listWritableKeys(inside),
      knownFiles: new Map(),
    });
    assert.deepEqual([checked.errors, checked.data], [[], { ...stored, b: 'new' }]);
    assert.deepEqual(listWritableKeys(inside), ['b']);
  });

  it('refuses what is no object at all', () => {
    for (const data of [null, undefined, 'x', 1, [], true]) assert.equal(check(data).ok, false);
  });

  it('takes the choices "1" and "true" as the renderer sends them', () => {
    const numbers: FormDefinition = {
      components: [
        {
          type: 'radio',
          key: 'a',
          label: 'a',
          input: true,
          values: [
            { label: '一', value: '1' },
            { label: '真', value: 'true' },
          ],
        },
      ],
    };
    const submit = (a: unknown) =>
      checkSubmission({ form: numbers, data: { a }, mode: 'submit', locale: 'zh-CN' }).data['a'];
    assert.equal(submit(1), '1');
    assert.equal(submit(true), 'true');
  });
});
