import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayConcludeFavourably, type PanelMember, type PanelRule, panelResult } from './panelState.ts';

/** `+` and `-` are opinions given, `?` is still to answer, `o` has withdrawn; the first is the chair. */
const members = (text: string): PanelMember[] =>
  [...text].map((sign, at) => ({
    id: `e${at}`,
    name: `专家${at}`,
    chair: at === 0,
    state: sign === '?' ? 'appointed' : sign === 'o' ? 'recused' : 'given',
    ...(sign === '+' || sign === '-' ? { agrees: sign === '+' } : {}),
  }));

describe('the quorum of a panel', () => {
  for (const [text, result] of [
    ['++?', 'open'],
    ['+++', 'quorate'],
    ['++o', 'noQuorum'],
    ['o+++', 'noQuorum'],
    ['++-o', 'quorate'],
  ] as const) {
    it(`${text} of at least three: ${result}`, () => {
      assert.equal(panelResult({ minimum: 3 }, { members: members(text) }), result);
    });
  }
});

describe('a favourable conclusion', () => {
  const rows: [PanelRule['conclusion']['rule'], string, boolean, number?][] = [
    ['chair', '---', true],
    ['majority', '++-', true],
    ['majority', '++--', false],
    ['majority', '+-o', false],
    ['twoThirds', '++-', true],
    ['twoThirds', '++--+', false],
    ['unanimous', '+++', true],
    ['unanimous', '++-', false],
    ['unanimous', '++o', true],
    ['count', '++--', true, 2],
    ['count', '+---', false, 2],
  ];
  for (const [rule, text, allowed, agreeing] of rows) {
    it(`by ${rule} of ${text}: ${allowed ? 'yes' : 'no'}`, () => {
      const conclusion = { rule, field: '/opinion', agree: ['agree'], agreeing };
      assert.equal(mayConcludeFavourably({ conclusion }, { members: members(text) }), allowed);
    });
  }
});
