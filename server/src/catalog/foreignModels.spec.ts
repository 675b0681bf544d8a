import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { checkNoCode, refusedConstructs } from '@onewindow/engine/no-code';
import { lintPack } from '@onewindow/processes';
import { blocks, insertBlock, minimalPack } from '@onewindow/processes/blocks';
import { inspectModel } from '@onewindow/processes/foreign';
import { lintContext } from './lintContext.ts';

const read = (path: string) => readFileSync(new URL(`../../../processes/${path}`, import.meta.url));

describe('what runs code in a model of another tool', () => {
  it('is named on its element before the model is taken in', async () => {
    const { notes } = await inspectModel(read('fixtures/foreign/runs-code.bpmn'), checkNoCode);
    const refused = notes
      .filter(({ level }) => level === 'refused')
      .map(({ code, element }) => `${code} ${element}`);
    for (const expected of [
      'noCode/java-class archiveBill',
      'noCode/task-listener approveBill',
      'noCode/script approveBill',
      'noCode/script-task count',
      'noCode/expression approveBill',
      'noCode/form-constraint approveBill',
    ])
      assert.ok(refused.includes(expected), `${expected} in ${refused.join(', ')}`);
    assert.ok(notes.every(({ zh, en }) => /\p{Script=Han}/u.test(zh) && /[a-z]{2}/.test(en)));
  });

  it('is not found where there is none', async () => {
    const { notes } = await inspectModel(read('fixtures/foreign/default-namespace.bpmn'), checkNoCode);
    assert.deepEqual(
      notes.filter(({ level }) => level === 'refused'),
      [],
    );
  });
});

describe('building blocks under the rules of publishing', () => {
  for (const block of blocks) {
    it(`${block.key} leaves nothing to correct, its license template among them`, async () => {
      const pack = minimalPack('least-item', block.key === 'pay' ? 'benefit' : 'approval');
      const flow = block.key === 'issueLicense' ? 'toGranted' : 'toDecide';
      assert.deepEqual(await lintPack(await insertBlock(pack, block, flow), lintContext(['scjg'])), []);
    });
  }

  it('take tasks that Camunda Modeler made from their element templates', () => {
    for (const name of ['modelerTemplate', 'modelerTemplateVersion'])
      assert.ok(refusedConstructs.allowedCamundaAttributes.includes(name));
    const marked =
      '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><process id="p"><serviceTask id="t" camunda:modelerTemplate="cn.onewindow.notify.notifyApplicant" camunda:modelerTemplateVersion="1" camunda:type="external" camunda:topic="notify"/></process></definitions>';
    assert.deepEqual(checkNoCode({ bpmnXml: marked }), []);
  });
});
