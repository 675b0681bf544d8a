import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { validateAll } from '@bpmn-io/element-templates-validator';
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

  it('have an id each', () => {
    const ids = committed.map((template) => (template as { id: string }).id);
    assert.equal(new Set(ids).size, ids.length);
  });
});
