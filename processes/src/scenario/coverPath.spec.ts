import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { coverPath, type Visit } from './coverPath.ts';

const flow = (from: string, to: string) =>
  `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`;

/** start → again → look → ok? → fork → (a, b) → join → end; from ok? back to again, or to no. */
const xml = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:t"><bpmn:process id="p">
<bpmn:startEvent id="start"/><bpmn:exclusiveGateway id="again"/><bpmn:userTask id="look" name="看"/>
<bpmn:exclusiveGateway id="ok"/><bpmn:parallelGateway id="fork"/><bpmn:userTask id="a"/><bpmn:userTask id="b"/>
<bpmn:parallelGateway id="join"/><bpmn:endEvent id="end"/><bpmn:endEvent id="no"/>
${[
  ['start', 'again'],
  ['again', 'look'],
  ['look', 'ok'],
  ['ok', 'again'],
  ['ok', 'no'],
  ['ok', 'fork'],
  ['fork', 'a'],
  ['fork', 'b'],
  ['a', 'join'],
  ['b', 'join'],
  ['join', 'end'],
]
  .map(([from = '', to = '']) => flow(from, to))
  .join('')}
</bpmn:process></bpmn:definitions>`;

const visits = (ids: string, staying: readonly string[] = []): Visit[] =>
  ids.split(' ').map((activityId) => ({ activityId, left: !staying.includes(activityId) }));

async function missed(...runs: Visit[][]): Promise<string[]> {
  const { nodes, flows } = await coverPath(xml, runs);
  return [...nodes, ...flows].filter(({ passed }) => !passed).map(({ id }) => id);
}

describe('coverage of paths', () => {
  it('given a way straight to the end, both branches of the fork are passed, the other ways out are not', async () => {
    assert.deepEqual(await missed(visits('start again look ok fork a b join join end')), [
      'no',
      'ok-again',
      'ok-no',
    ]);
  });

  it('given a way round, the gateway counts each time with where it led', async () => {
    assert.deepEqual(await missed(visits('start again look ok again look ok fork b a join join end')), [
      'no',
      'ok-no',
    ]);
  });

  it('given several runs, they count together', async () => {
    const round = visits('start again look ok again look ok no');
    assert.deepEqual(await missed(round, visits('start again look ok fork a b join join end')), []);
  });

  it('given a task that nobody has completed, nothing behind it is passed', async () => {
    const left = await missed(visits('start again look', ['look']));
    assert.ok(left.includes('look-ok') && !left.includes('again-look') && !left.includes('look'));
  });

  it('given no run, nothing is passed', async () => {
    const { nodes, flows } = await coverPath(xml, []);
    assert.ok([...nodes, ...flows].every(({ passed }) => !passed));
    assert.equal(nodes.find(({ id }) => id === 'look')?.name, '看');
  });
});
