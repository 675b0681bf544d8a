import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CosignMode, cosignState, type Signer, whoseTurn } from './cosignState.ts';

const round = (mode: CosignMode, quorum: number, ...positions: Signer['position'][]) => ({
  mode,
  quorum,
  signers: positions.map((position, at) => ({ id: 'abc'[at] ?? '', position })),
});

describe('a co-signing', () => {
  for (const [name, given, state, turn] of [
    ['asks one after the other', round('sequential', 2, 'waiting', 'waiting'), 'open', ['a']],
    ['asks the next when the first has agreed', round('sequential', 2, 'agree', 'waiting'), 'open', ['b']],
    ['fails at the first who disagrees', round('sequential', 2, 'dissent', 'waiting'), 'failed', ['b']],
    ['asks all side by side', round('parallel', 2, 'waiting', 'waiting'), 'open', ['a', 'b']],
    ['is agreed when all have agreed', round('parallel', 2, 'agree', 'agree'), 'agreed', []],
    ['fails although one has agreed', round('parallel', 2, 'agree', 'dissent'), 'failed', []],
    ['is agreed by as many as wanted', round('anyOf', 2, 'agree', 'agree', 'waiting'), 'agreed', ['c']],
    ['bears who disagrees', round('anyOf', 2, 'dissent', 'agree', 'waiting'), 'open', ['c']],
    ['fails when too few are left', round('anyOf', 2, 'dissent', 'dissent', 'waiting'), 'failed', ['c']],
  ] as const)
    it(name, () => {
      assert.equal(cosignState(given), state);
      assert.deepEqual(whoseTurn(given), turn);
    });
});
