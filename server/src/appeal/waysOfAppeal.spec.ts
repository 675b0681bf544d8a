import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseLimit } from '@onewindow/clocks';
import { waysOfAppeal } from './waysOfAppeal.ts';

const text = (zh: string) => ({ 'zh-CN': zh, en: zh });
const appeal = {
  internal: { within: parseLimit('30 day'), decideWithin: parseLimit('20 workday'), role: 'head' },
  reconsideration: { body: text('大兴区人民政府'), within: parseLimit('60 day') },
  litigation: { court: text('大兴区人民法院'), within: parseLimit('6 month') },
};

describe('the ways of appeal that a decision prints', () => {
  it('are the pack’s, with body, court and time', () => {
    assert.equal(
      waysOfAppeal(appeal, { kind: 'refusalDecision', departmentName: '大兴区民政局' }),
      '如不服本决定，可以自收到本决定书之日起三十日内向大兴区民政局提出申诉，也可以自收到本决定书之日起六十日内向大兴区人民政府申请行政复议，也可以自收到本决定书之日起六个月内依法向大兴区人民法院提起行政诉讼。',
    );
  });

  it('name for a grant those whom it concerns, and only the ways that there are', () => {
    const { reconsideration: _none, ...rest } = appeal;
    assert.equal(
      waysOfAppeal(
        { ...rest, internal: { ...appeal.internal, within: parseLimit('15 workday') } },
        { kind: 'grantDecision', departmentName: '大兴区民政局' },
      ),
      '申请人或者利害关系人如不服本决定，可以自知道本决定之日起十五个工作日内向大兴区民政局提出申诉，也可以自知道本决定之日起六个月内依法向大兴区人民法院提起行政诉讼。',
    );
  });

  it('are left to the common words where the pack says nothing', () => {
    assert.equal(waysOfAppeal(undefined, { kind: 'refusalDecision', departmentName: '' }), undefined);
  });
});
