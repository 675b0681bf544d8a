import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nameForFile } from './nameForFile.ts';

describe('nameForFile', () => {
  for (const [name, expected] of [
    ['Approve Invoice.form', 'approve-invoice'],
    ['assignApprover.dmn11.xml', 'assign-approver-dmn11'],
    ['order.bpmn20.xml', 'order'],
    ['审批表.json', 'imported'],
    ['../../etc/passwd', 'etc-passwd'],
  ] as const) {
    it(`${name} → ${expected}`, () => assert.equal(nameForFile(name), expected));
  }
});
