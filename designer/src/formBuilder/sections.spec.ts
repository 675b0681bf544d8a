import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { holdsFile, sectionsOf } from './sections.ts';

const form = JSON.stringify({
  title: '申请表',
  components: [
    { type: 'textfield', key: 'kind', label: '类别', input: true },
    {
      type: 'panel',
      key: 'place',
      title: '地点',
      label: '地点',
      properties: { en: 'Place' },
      components: [
        {
          type: 'textfield',
          key: 'street',
          label: '街道',
          conditional: {
            show: true,
            conjunction: 'all',
            conditions: [{ component: 'kind', operator: 'isEqual', value: 'a' }],
          },
        },
        { type: 'file', key: 'map', label: '图', conditional: { show: true, when: 'street', eq: 'x' } },
      ],
    },
  ],
});

describe('sections of another pack', () => {
  it('are offered with their texts; what asked about a field left behind is shown always', () => {
    const [offer, ...more] = sectionsOf(new Map([['forms/application.json', form]]), 'other');
    assert.deepEqual(more, []);
    assert.ok(offer);
    assert.equal(offer.zh, '地点（申请表）');
    const inner = (offer.components[0] as { components: { conditional?: unknown }[] }).components;
    assert.equal(inner[0]?.conditional, undefined);
    assert.notEqual(inner[1]?.conditional, undefined);
    assert.equal(holdsFile(offer.components), true);
    assert.deepEqual(sectionsOf(new Map([['forms/a.json', '{']]), 'other'), []);
  });
});
