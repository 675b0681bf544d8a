import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FlowGraph, FlowNode, FlowWay } from './flowGraph.ts';
import { begin, choose, complete, type Given, goOn, interrupt, restOf, type Simulation } from './simulate.ts';

type Drawn = Record<
  string,
  { type: string; to?: string[]; scope?: string; terminates?: true; on?: string; goesOn?: true }
>;

/** A graph from nodes and where they lead to: `target`, `target if condition`, `target else`. */
function graphOf(drawn: Drawn): FlowGraph {
  const ways = new Map<string, FlowWay[]>();
  for (const [id, { to = [] }] of Object.entries(drawn))
    ways.set(
      id,
      to.map((text) => {
        const [, target = '', condition = '', otherwise] = /^(\w+)(?: if (.*?))?( else)?$/.exec(text) ?? [];
        return {
          id: `${id}-${target}`,
          name: target,
          condition: condition === '' ? '' : `\${${condition}}`,
          isDefault: otherwise !== undefined,
          target,
        };
      }),
    );
  const nodes = Object.entries(drawn).map(
    ([id, { type, scope, terminates, on: _on }]): [string, FlowNode] => [
      id,
      {
        id,
        type,
        outgoing: ways.get(id) ?? [],
        incoming: [...ways.values()]
          .flat()
          .filter(({ target }) => target === id)
          .map((way) => way.id),
        boundary: Object.entries(drawn)
          .filter(([, other]) => other.on === id)
          .map(([boundary, { goesOn }]) => ({ id: boundary, interrupting: goesOn !== true })),
        scope: scope ?? null,
        terminates: terminates === true,
      },
    ],
  );
  return new Map(nodes);
}

const at = ({ tokens }: Simulation) => tokens.map((token) => token.at).sort();
const tokenAt = ({ tokens }: Simulation, id: string) => tokens.find((token) => token.at === id)?.id ?? -1;
const done = (graph: FlowGraph, now: Simulation, id: string, given: Given = {}) =>
  complete(graph, now, tokenAt(now, id), given);

describe('a case walked through a flow', () => {
  const review = graphOf({
    start: { type: 'StartEvent', to: ['review'] },
    review: { type: 'UserTask', to: ['result'] },
    result: { type: 'ExclusiveGateway', to: ["decide if outcome == 'pass' && area > 60", 'review else'] },
    decide: { type: 'UserTask', to: ['end'] },
    end: { type: 'EndEvent' },
  });

  it('rests at steps, takes the way whose condition holds and else the default, and ends', () => {
    let now = begin(review, {});
    assert.deepEqual(at(now), ['review']);
    now = done(review, now, 'review', { outcome: 'pass', area: 20 });
    assert.deepEqual(at(now), ['review'], 'back, by the default');
    now = done(review, now, 'review', { outcome: 'pass', area: 80 });
    assert.deepEqual(at(now), ['decide']);
    now = done(review, now, 'decide');
    assert.deepEqual(at(now), []);
    assert.deepEqual(now.passed.slice(-3), ['decide', 'decide-end', 'end']);
  });

  it('rests at a branch until what it asks is known', () => {
    let now = done(review, begin(review, {}), 'review', { outcome: 'pass' });
    assert.deepEqual(at(now), ['result']);
    const [token] = now.tokens;
    assert.ok(token !== undefined);
    assert.deepEqual(restOf(review, now, token, { outcome: 'pass' }), { kind: 'values', missing: ['area'] });
    now = goOn(review, now, { outcome: 'pass', area: 61 });
    assert.deepEqual(at(now), ['decide']);
  });

  it('says so where no way is taken', () => {
    const graph = graphOf({
      start: { type: 'StartEvent', to: ['fork'] },
      fork: { type: 'ExclusiveGateway', to: ["a if x == '1'"] },
      a: { type: 'UserTask' },
    });
    const now = begin(graph, { x: '2' });
    const [token] = now.tokens;
    assert.ok(token !== undefined);
    assert.deepEqual(restOf(graph, now, token, { x: '2' }), { kind: 'noWay' });
  });

  it('waits at a parallel join for every branch', () => {
    const graph = graphOf({
      start: { type: 'StartEvent', to: ['fork'] },
      fork: { type: 'ParallelGateway', to: ['a', 'b'] },
      a: { type: 'UserTask', to: ['join'] },
      b: { type: 'ServiceTask', to: ['join'] },
      join: { type: 'ParallelGateway', to: ['end'] },
      end: { type: 'EndEvent' },
    });
    let now = begin(graph, {});
    assert.deepEqual(at(now), ['a', 'b']);
    now = done(graph, now, 'a');
    assert.deepEqual(at(now), ['b', 'join']);
    const waiting = now.tokens.find((token) => token.at === 'join');
    assert.ok(waiting !== undefined);
    assert.deepEqual(restOf(graph, now, waiting, {}), { kind: 'join' });
    assert.deepEqual(at(done(graph, now, 'b')), []);
  });

  it('an inclusive join waits for the branches that were taken only', () => {
    const graph = graphOf({
      start: { type: 'StartEvent', to: ['fork'] },
      fork: { type: 'InclusiveGateway', to: ['a if x > 1', 'b if x > 2', 'c if x > 3'] },
      a: { type: 'UserTask', to: ['join'] },
      b: { type: 'UserTask', to: ['join'] },
      c: { type: 'UserTask', to: ['join'] },
      join: { type: 'InclusiveGateway', to: ['end'] },
      end: { type: 'EndEvent' },
    });
    const given = { x: 3 };
    let now = begin(graph, given);
    assert.deepEqual(at(now), ['a', 'b']);
    now = done(graph, now, 'b', given);
    assert.deepEqual(at(now), ['a', 'join']);
    assert.deepEqual(at(done(graph, now, 'a', given)), []);
  });

  it('enters a sub-process and leaves it when all inside has ended; its boundary event may end it before', () => {
    const graph = graphOf({
      start: { type: 'StartEvent', to: ['inner'] },
      inner: { type: 'SubProcess', to: ['after'] },
      innerStart: { type: 'StartEvent', to: ['work'], scope: 'inner' },
      work: { type: 'UserTask', to: ['innerEnd'], scope: 'inner' },
      innerEnd: { type: 'EndEvent', scope: 'inner' },
      late: { type: 'BoundaryEvent', on: 'inner', to: ['escalated'] },
      escalated: { type: 'UserTask' },
      after: { type: 'UserTask' },
    });
    const now = begin(graph, {});
    assert.deepEqual(at(now), ['inner', 'work']);
    assert.deepEqual(at(done(graph, now, 'work')), ['after']);
    assert.deepEqual(at(interrupt(graph, now, tokenAt(now, 'inner'), 'late', {})), ['escalated']);
  });

  it('a boundary event that does not interrupt leaves the work where it is', () => {
    const graph = graphOf({
      start: { type: 'StartEvent', to: ['work'] },
      work: { type: 'UserTask', to: ['end'] },
      remind: { type: 'BoundaryEvent', on: 'work', goesOn: true, to: ['notify'] },
      notify: { type: 'ServiceTask', to: ['told'] },
      told: { type: 'EndEvent' },
      end: { type: 'EndEvent' },
    });
    const now = begin(graph, {});
    assert.deepEqual(at(interrupt(graph, now, tokenAt(now, 'work'), 'remind', {})), ['notify', 'work']);
  });

  it('of several events the chosen one comes, and a terminating end ends all', () => {
    const graph = graphOf({
      start: { type: 'StartEvent', to: ['fork'] },
      fork: { type: 'ParallelGateway', to: ['wait', 'other'] },
      wait: { type: 'EventBasedGateway', to: ['answer', 'timeout'] },
      answer: { type: 'IntermediateCatchEvent', to: ['read'] },
      timeout: { type: 'IntermediateCatchEvent', to: ['stop'] },
      read: { type: 'UserTask' },
      stop: { type: 'EndEvent', terminates: true },
      other: { type: 'UserTask' },
    });
    const now = begin(graph, {});
    assert.deepEqual(at(now), ['other', 'wait']);
    assert.deepEqual(at(choose(graph, now, tokenAt(now, 'wait'), 'wait-answer', {})), ['other', 'read']);
    assert.deepEqual(at(choose(graph, now, tokenAt(now, 'wait'), 'wait-timeout', {})), []);
  });

  it('a circle of gateways comes to rest', () => {
    const graph = graphOf({
      start: { type: 'StartEvent', to: ['a'] },
      a: { type: 'ExclusiveGateway', to: ['b'] },
      b: { type: 'ExclusiveGateway', to: ['a'] },
    });
    assert.equal(begin(graph, {}).tokens.length, 1);
  });
});
