import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FlowGraph, FlowNode } from './flowGraph.ts';
import { movesOf, pointAt } from './movesOf.ts';
import { nextStep } from './nextStep.ts';
import { begin, complete } from './simulate.ts';

const node = (
  id: string,
  type: string,
  targets: readonly string[],
  incoming: readonly string[] = [],
): FlowNode => ({
  id,
  type,
  incoming,
  outgoing: targets.map((target) => ({
    id: `${id}>${target}`,
    name: '',
    condition: '',
    isDefault: false,
    target,
  })),
  boundary: [],
  scope: null,
  terminates: false,
});
const graph: FlowGraph = new Map(
  [
    node('s', 'StartEvent', ['a']),
    node('a', 'UserTask', ['x'], ['s>a']),
    node('x', 'ParallelGateway', ['b', 'c'], ['a>x']),
    node('b', 'UserTask', [], ['x>b']),
    node('c', 'UserTask', [], ['x>c']),
  ].map((one) => [one.id, one]),
);

describe('tokens that move', () => {
  const start = begin(graph, {});
  const after = complete(graph, start, start.tokens[0]?.id ?? -1, {});

  it('go a stage after the other, side by side where a way parts', () => {
    assert.deepEqual(movesOf(graph, { tokens: [], passed: [], next: 0 }, start), [['s>a']]);
    assert.deepEqual(movesOf(graph, start, after), [['a>x'], ['x>b', 'x>c']]);
    assert.deepEqual(movesOf(graph, after, start), [], 'back: nothing moves');
  });

  it('follow the bends of their flow', () => {
    const way = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
    ];
    assert.deepEqual(pointAt(way, 0.5), { x: 10, y: 0 });
    assert.deepEqual(pointAt(way, 0.75), { x: 10, y: 5 });
    assert.deepEqual(pointAt(way, 2), { x: 10, y: 10 });
  });

  it('go on by a key where nothing has to be chosen', () => {
    assert.equal(
      nextStep(graph, start, {}, () => false),
      start.tokens[0]?.id,
    );
    assert.equal(
      nextStep(graph, start, {}, () => true),
      null,
    );
  });
});
