import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultCalendar, shanghaiDay, workdaysBetween } from '@onewindow/clocks';
import { heldMaterialAsked, repeatedSupplements, supplementLate } from './materialRules.ts';
import { trailOf } from './rules.fixture.ts';

const asked = (round: number, at = '2026-11-02T10:00:00', materials: string[] = []) => ({
  type: 'supplementRequested',
  at,
  by: 'a',
  details: { round, items: [{ field: 'area' }, ...materials.map((materialKey) => ({ materialKey }))] },
});
const workdays = (from: Date, to: Date) =>
  workdaysBetween(shanghaiDay(from), shanghaiDay(to), defaultCalendar);

describe('corrections asked for repeatedly', () => {
  it('are found from the list that the threshold names, with the earlier lists', () => {
    assert.deepEqual(repeatedSupplements(trailOf([asked(1)]), { lists: 2 }), []);
    assert.deepEqual(
      repeatedSupplements(trailOf([asked(1), { type: 'resubmitted' }, asked(2)]), { lists: 2 }),
      [{ key: '2', rests: [1, 3], details: { count: 2, limit: 2 } }],
    );
  });
});

describe('corrections told late', () => {
  // Received on Monday; the third working day after is Thursday.
  const told = (day: string) =>
    supplementLate(
      trailOf([{ type: 'received', at: '2026-11-02T10:00:00' }, asked(1, `${day}T16:00:00`)], { workdays }),
      { workdays: 3 },
    );

  it('are found from the first working day after the threshold', () => {
    assert.deepEqual(told('2026-11-05'), []);
    assert.deepEqual(told('2026-11-06'), [{ key: '1', rests: [1, 2], details: { days: 4, limit: 3 } }]);
  });

  it('count from the resubmission for a second list', () => {
    const trail = trailOf(
      [
        { type: 'received', at: '2026-10-12T10:00:00' },
        asked(1, '2026-10-13T10:00:00'),
        { type: 'resubmitted', at: '2026-11-02T10:00:00' },
        asked(2, '2026-11-03T10:00:00'),
      ],
      { workdays },
    );
    assert.deepEqual(supplementLate(trail, { workdays: 3 }), []);
  });
});

describe('a material that the license store holds', () => {
  const held = new Set(['businessLicense']);

  it('is found in a list of corrections and in a later request', () => {
    const first = heldMaterialAsked(
      trailOf([asked(1, undefined, ['businessLicense', 'plan'])], { held }),
      {},
    );
    assert.deepEqual(first, [{ key: '1', rests: [1], details: { materials: 'businessLicense' } }]);
    const later = { type: 'materialsRequested', by: 'a', details: { materials: ['businessLicense'] } };
    assert.equal(heldMaterialAsked(trailOf([later], { held }), {}).length, 1);
  });

  it('is none where something else is asked for', () => {
    assert.deepEqual(heldMaterialAsked(trailOf([asked(1, undefined, ['plan'])], { held }), {}), []);
  });
});
