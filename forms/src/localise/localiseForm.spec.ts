import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FormDefinition } from '../model/formDefinition.ts';
import { listFields } from '../model/listFields.ts';
import { renderSummary } from '../model/renderSummary.ts';
import { localiseForm } from './localiseForm.ts';

const form: FormDefinition = {
  title: '申请',
  properties: { en: 'Application' },
  components: [
    {
      type: 'panel',
      key: 'p',
      title: '基本',
      properties: { en: 'Basics' },
      components: [
        {
          type: 'select',
          key: 'kind',
          label: '业态',
          data: {
            values: [
              { value: 'a', label: '餐饮' },
              { value: 'b', label: '销售', en: 'Sale' },
            ],
          },
          properties: { en: 'Kind', 'en.a': 'Catering' },
        },
        {
          type: 'columns',
          key: 'c',
          columns: [
            {
              components: [
                {
                  type: 'number',
                  key: 'area',
                  label: '面积',
                  suffix: '平方米',
                  placeholder: '数',
                  validate: { required: true },
                  properties: { en: 'Area', 'en.suffix': 'm²', 'en:placeholder': 'number' },
                },
              ],
            },
          ],
        },
      ],
    },
    {
      type: 'datagrid',
      key: 'rows',
      label: '成员',
      components: [{ type: 'checkbox', key: 'ill', label: '患病', properties: { en: 'Ill' } }],
    },
    {
      type: 'selectboxes',
      key: 'scope',
      label: '项目',
      values: [
        { value: 'x', label: '热食' },
        { value: 'y', label: '冷食' },
      ],
    },
    { type: 'file', key: 'photo', label: '照片' },
  ],
};
const data = {
  kind: 'a',
  area: 12.5,
  rows: [{ ill: true }, { ill: false }],
  scope: { x: true, y: true },
  photo: [{ id: '1', name: '门头.jpg', size: 1, mediaType: 'image/jpeg' }],
};

describe('localiseForm', () => {
  it('leaves the Chinese form as it is', () => {
    assert.equal(localiseForm(form, 'zh-CN'), form);
  });

  it('puts English labels, options and texts in, and keeps Chinese where there is none', () => {
    const english = JSON.stringify(localiseForm(form, 'en'));
    for (const text of [
      'Application',
      'Basics',
      '"label":"Kind"',
      '"label":"Catering"',
      '"label":"Sale"',
      '"suffix":"m²"',
      '"placeholder":"number"',
      '热食',
    ]) {
      assert.ok(english.includes(text), text);
    }
  });

  it('gives every field with path, label in both languages and choices', () => {
    assert.deepEqual(
      listFields(form).map((field) => field.path),
      ['kind', 'area', 'rows', 'rows.ill', 'scope', 'photo'],
    );
    assert.deepEqual(listFields(form)[0]?.options[0], {
      value: 'a',
      label: { 'zh-CN': '餐饮', en: 'Catering' },
    });
    assert.equal(listFields(form)[1]?.required, true);
  });

  it('reads a submission as people do', () => {
    assert.deepEqual(
      renderSummary(form, data, 'zh-CN').map((row) => `${row.label}=${row.value}`),
      [
        '业态=餐饮',
        '面积=12.5 平方米',
        '成员 第 1 行 患病=是',
        '成员 第 2 行 患病=否',
        '项目=热食；冷食',
        '照片=门头.jpg',
      ],
    );
    assert.deepEqual(
      renderSummary(form, data, 'en')
        .slice(0, 2)
        .map((row) => `${row.label}=${row.value}`),
      ['Kind=Catering', 'Area=12.5 m²'],
    );
  });
});
