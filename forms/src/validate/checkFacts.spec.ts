import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderSummary } from '../model/renderSummary.ts';
import { findUnsafe } from '../sanitise/findUnsafe.ts';
import { checkSubmission, type Submission } from './validateSubmission.ts';

const form = {
  display: 'form',
  components: [
    {
      type: 'date',
      key: 'day',
      label: '开工日期',
      input: true,
      properties: { en: 'Start', workdaysAhead: '5' },
    },
    {
      type: 'textfield',
      key: 'license',
      label: '营业执照编号',
      input: true,
      properties: { en: 'License', format: 'license', licenseTypes: 'businessLicense, foodBusinessLicense' },
    },
    {
      type: 'file',
      key: 'signature',
      label: '签名',
      input: true,
      storage: 'case',
      image: true,
      filePattern: '.png',
      properties: { en: 'Signature', signature: 'true', statement: '属实', 'en.statement': 'True' },
    },
  ],
};
const check = (data: unknown, more: Partial<Submission> = {}) =>
  checkSubmission({
    form,
    data,
    mode: 'submit',
    locale: 'zh-CN',
    earliestDay: (workdays) => (workdays === 5 ? '2026-12-04' : '2026-11-30'),
    heldLicenses: [
      { licenseNo: 'JY1', type: 'foodBusinessLicense' },
      { licenseNo: 'X1', type: 'roadOccupationPermit' },
    ],
    ...more,
  }).errors.map(({ message }) => message);

describe('fields of the trade', () => {
  it('are allowed in packs as they are, and not in other writings', () => {
    assert.deepEqual(findUnsafe(form), []);
    const [date] = form.components;
    const spoilt = { ...form, components: [{ ...date, properties: { workdaysAhead: '5 days' } }] };
    assert.equal(findUnsafe(spoilt)[0]?.code, 'badProperty');
  });

  it('takes a date only so many legal working days ahead', () => {
    assert.deepEqual(check({ day: '2026-12-03' }), ['开工日期不能早于 2026-12-04（按法定工作日计算）']);
    assert.deepEqual(check({ day: '2026-12-04' }), []);
    assert.deepEqual(check({ day: '2026-12-03' }, { mode: 'draft' }), []);
    assert.deepEqual(check({ day: '2026-12-03' }, { earliestDay: undefined }), []);
  });

  it('takes a license only of a type that is asked for and that the applicant holds', () => {
    assert.deepEqual(check({ license: 'JY1' }), []);
    for (const license of ['JY2', 'X1'])
      assert.deepEqual(check({ license }), ['营业执照编号不是申请人名下有效的证照编号'], license);
    assert.deepEqual(check({ license: 'JY2' }, { heldLicenses: undefined }), []);
    assert.equal(check({ license: 'J Y' }).length, 1);
  });

  it('takes a signature as a picture, and prints who signed', () => {
    const file = { id: 'f1', name: '王芳（键入签名）.png', size: 100, mediaType: 'image/png' };
    const known = (mediaType: string) => new Map([['f1', { ...file, mediaType }]]);
    assert.deepEqual(check({ signature: [file] }, { knownFiles: known('image/png') }), []);
    assert.equal(check({ signature: [file] }, { knownFiles: known('application/pdf') }).length, 1);
    assert.deepEqual(renderSummary(form, { signature: [file] }, 'zh-CN'), [
      { path: 'signature', label: '签名', value: '王芳（键入签名）' },
    ]);
  });
});
