import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextOf } from './useGridFocus.ts';

/** Numbers stand only in some cells: · 1 · 3 / 0 · · 3 / · · 2 · */
const places = ['0 1', '0 3', '1 0', '1 3', '2 2'].map((text) => {
  const [row = 0, column = 0] = text.split(' ').map(Number);
  return { row, column };
});
const from = (at: number, key: string) => nextOf(key, places[at] ?? { row: 0, column: 0 }, places);

describe('the number that a key leads to', () => {
  for (const [at, key, to] of [
    [0, 'ArrowRight', 1],
    [1, 'ArrowRight', undefined],
    [3, 'ArrowLeft', 2],
    [3, 'Home', 2],
    [0, 'End', 1],
    [0, 'ArrowDown', 2],
    [1, 'ArrowDown', 3],
    [4, 'ArrowUp', 3],
    [2, 'ArrowUp', 0],
    [0, 'ArrowUp', undefined],
    [0, 'Enter', undefined],
  ] as const)
    it(`${key} from ${at} is ${to}`, () => assert.equal(from(at, key), to));
});
