import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ContentRule, coverContent, coverSubject, coverText } from './coverEntry.ts';
import type { SubjectKind } from './model.ts';

const company = {
  kind: 'legal' as const,
  name: '北京兴旺餐饮有限公司',
  idType: '001',
  idNumber: '91110115MA01XX0123',
  legalRepresentative: '欧阳小兰',
};

describe('what everybody may read of a decision', () => {
  const subjects = [
    {
      of: 'a company, whole with its credit code; its representative covered',
      holder: company,
      shown: ['北京兴旺餐饮有限公司', 'legal', '91110115MA01XX0123', '欧***', '', ''],
    },
    {
      of: 'a natural person, first character and last four',
      holder: { kind: 'natural' as const, name: '张小明', idType: '111', idNumber: '11010519491231002X' },
      shown: ['张**', 'natural', '', '', '111', '**************002X'],
    },
    {
      of: 'an individual business under its own firm',
      holder: {
        ...company,
        name: '大兴区小兰面馆',
        idNumber: '92110115MA01XX0123',
        legalRepresentative: '李小兰',
      },
      shown: ['大兴区小兰面馆', 'individualBusiness', '92110115MA01XX0123', '李**', '', ''],
    },
    {
      of: 'an individual business that bears the name of its operator',
      holder: { ...company, name: '李小兰', idNumber: '92110115MA01XX0123', legalRepresentative: '李小兰' },
      shown: ['李**', 'individualBusiness', '92110115MA01XX0123', '李**', '', ''],
    },
    {
      of: 'an organisation without a credit code, by its own number',
      holder: { ...company, idType: '099', idNumber: '京民证字第10号', legalRepresentative: '' },
      shown: ['北京兴旺餐饮有限公司', 'legal', '', '', '099', '京民证字第10号'],
    },
  ];
  for (const { of, holder, shown } of subjects)
    it(`is ${of}`, () => {
      const { subjectName, subjectKind, uscc, legalRepresentative, idType, idNumber } = coverSubject(holder);
      assert.deepEqual([subjectName, subjectKind, uscc, legalRepresentative, idType, idNumber], shown);
    });

  const contents: [string, ContentRule, SubjectKind, string | undefined][] = [
    [
      '北京市大兴区兴华大街一段12号',
      { mask: 'none', personalMask: 'address' },
      'legal',
      '北京市大兴区兴华大街一段12号',
    ],
    [
      '北京市大兴区兴华大街一段12号',
      { mask: 'none', personalMask: 'address' },
      'natural',
      '北京市大兴区****',
    ],
    ['自家装修堆料', { mask: 'none', personalMask: 'hide' }, 'natural', undefined],
    ['自家装修堆料', { mask: 'none', personalMask: 'hide' }, 'individualBusiness', '自家装修堆料'],
    ['张小明', { mask: 'name' }, 'natural', '张**'],
    ['', { mask: 'none' }, 'legal', undefined],
    ['负责人欧阳小兰，电话13800000001', { mask: 'none' }, 'legal', '负责人欧***，电话*******0001'],
  ];
  for (const [value, rule, kind, shown] of contents)
    it(`leaves ${shown ?? 'nothing'} of ${value || 'an empty line'} for ${kind}`, () => {
      assert.equal(coverContent(value, rule, kind, ['欧阳小兰']), shown);
    });

  const texts: [string, string][] = [
    ['身份证11010519491231002X。', '身份证**************002X。'],
    ['代码91110115MA01XX0123不是个人的', '代码91110115MA01XX0123不是个人的'],
    ['座机010-61298888与面积120.5平方米', '座机010-61298888与面积120.5平方米'],
    ['编号JY11101152026000001', '编号JY11101152026000001'],
  ];
  for (const [text, shown] of texts) it(`says ${shown}`, () => assert.equal(coverText(text, ['']), shown));
});
