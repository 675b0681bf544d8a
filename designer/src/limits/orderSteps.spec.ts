import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BpmnConnection, BpmnElement } from '../bpmn/modelerTypes.ts';
import { orderSteps } from './orderSteps.ts';

function graph(flows: readonly (readonly [string, string])[]): BpmnElement[] {
  const elements = new Map<string, BpmnElement & { outgoing: BpmnConnection[] }>();
  const of = (id: string) => {
    const type = id === 'start' ? 'bpmn:StartEvent' : 'bpmn:UserTask';
    const made =
      elements.get(id) ??
      ({ id, type, incoming: [], outgoing: [] } as unknown as BpmnElement & { outgoing: BpmnConnection[] });
    elements.set(id, made);
    return made;
  };
  for (const [from, to] of flows)
    of(from).outgoing.push({ source: of(from), target: of(to) } as unknown as BpmnConnection);
  return [...elements.values()];
}

describe('orderSteps', () => {
  it('puts a step that some cases skip before what follows it, ways back aside', () => {
    const elements = graph([
      ['start', 'review'],
      ['review', 'decide'],
      ['review', 'inspect'],
      ['inspect', 'decide'],
      ['decide', 'review'],
      ['decide', 'deliver'],
    ]);
    assert.deepEqual(
      orderSteps(elements).map(({ id }) => id),
      ['start', 'review', 'inspect', 'decide', 'deliver'],
    );
  });

  it('keeps what nothing leads to at the end', () => {
    assert.deepEqual(
      orderSteps(
        graph([
          ['lonely', 'other'],
          ['start', 'a'],
        ]),
      ).map(({ id }) => id),
      ['start', 'a', 'lonely', 'other'],
    );
  });
});
