import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { validateAll } from '@bpmn-io/element-templates-validator';
import { checkNoCode } from '../../../engine/src/noCode/index.ts';
import { refusedConstructs } from '../../../engine/src/noCode/refusedConstructs.ts';
import { elementTemplates } from './elementTemplates.ts';

const committed = JSON.parse(
  readFileSync(new URL('../../blocks/element-templates.json', import.meta.url), 'utf8'),
) as object[];

describe('element templates for Camunda Modeler', () => {
  it('keep to the published schema of element templates', () => {
    const { valid, results } = validateAll(committed);
    assert.ok(valid, JSON.stringify(results.filter((result) => !result.valid).map(({ errors }) => errors)));
    assert.equal(results.length, elementTemplates().length);
  });

  it('are what the blocks give (npm run generate)', () => {
    assert.deepEqual(committed, JSON.parse(JSON.stringify(elementTemplates())));
  });

  it('have an id each, and mark their tasks in a way that publishing accepts', () => {
    const ids = committed.map((template) => (template as { id: string }).id);
    assert.equal(new Set(ids).size, ids.length);
    for (const name of ['modelerTemplate', 'modelerTemplateVersion'])
      assert.ok(refusedConstructs.allowedCamundaAttributes.includes(name));
    const marked =
      '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><process id="p"><serviceTask id="t" camunda:modelerTemplate="cn.onewindow.notify.notifyApplicant" camunda:modelerTemplateVersion="1" camunda:type="external" camunda:topic="notify"/></process></definitions>';
    assert.deepEqual(checkNoCode({ bpmnXml: marked }), []);
  });
});
