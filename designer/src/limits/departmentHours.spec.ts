import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultCalendar } from '@onewindow/clocks';
import type { Manifest } from '../model/manifest.ts';
import { itemHours, stepHours } from './departmentHours.ts';

const own = [{ from: '08:30', to: '17:00' }];
const departments = [
  { id: 'scjg', name: '市场监督管理局', businessHours: own },
  { id: 'mzj', name: '民政局' },
];
const manifest = (part: object) => part as unknown as Manifest;

describe('the office hours that a pack is reckoned in', () => {
  it('are those of its department, of the calendar where it has none, and said to be unknown otherwise', () => {
    assert.deepEqual(itemHours(manifest({ department: 'scjg' }), departments), {
      ...{ spans: own, own: true, name: '市场监督管理局' },
    });
    const calendars = { spans: defaultCalendar.businessHours, own: false };
    assert.deepEqual(itemHours(manifest({ department: 'mzj' }), departments), {
      ...calendars,
      name: '民政局',
    });
    assert.deepEqual(itemHours(manifest({ department: 'scjg' }), []), { ...calendars, name: null });
  });

  it('are for an opinion those of the department that gives it, whatever is half written beside it', () => {
    const joint = [
      { opinions: [{ step: 'fire', department: 'scjg' }, { step: 'health' }, null] },
      { key: 'half written' },
    ];
    const hours = stepHours(manifest({ department: 'mzj', joint }), departments);
    assert.deepEqual([...hours], [['fire', own]]);
    assert.equal(stepHours(manifest({ joint: 'soon' }), departments).size, 0);
  });
});
