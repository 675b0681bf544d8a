import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ElementState, paintProcess, type Stay } from './paintProcess.ts';

const flow = (id: string, from: string, to: string) =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`;
/** begin → fork → (a → inner part | b) → join → choose → (grant | refuse); b can be broken off into late. */
const xml = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test">
  <bpmn:process id="p" isExecutable="true">
    <bpmn:startEvent id="begin"/><bpmn:parallelGateway id="fork"/><bpmn:userTask id="a" name="甲"/>
    <bpmn:subProcess id="part"><bpmn:startEvent id="partBegin"/><bpmn:userTask id="inner"/>${flow('i1', 'partBegin', 'inner')}</bpmn:subProcess>
    <bpmn:userTask id="b"/><bpmn:boundaryEvent id="late" attachedToRef="b"/><bpmn:userTask id="hurry"/>
    <bpmn:parallelGateway id="join"/><bpmn:exclusiveGateway id="choose"/>
    <bpmn:userTask id="grant"/><bpmn:userTask id="refuse"/>
    ${flow('f1', 'begin', 'fork')}${flow('f2', 'fork', 'a')}${flow('f3', 'fork', 'b')}${flow('f4', 'a', 'part')}
    ${flow('f5', 'part', 'join')}${flow('f6', 'b', 'join')}${flow('f7', 'join', 'choose')}
    ${flow('f8', 'choose', 'grant')}${flow('f9', 'choose', 'refuse')}${flow('f10', 'late', 'hurry')}
  </bpmn:process>
</bpmn:definitions>`;

const left = (activityId: string): Stay => ({ activityId, left: true, canceled: false });
const there = (activityId: string): Stay => ({ activityId, left: false, canceled: false });

async function statesOf(stays: Stay[], ended = false) {
  const { elements, flows } = await paintProcess(xml, stays, ended);
  const states = Object.fromEntries(elements.map(({ id, state }) => [id, state])) as Record<
    string,
    ElementState
  >;
  return { states, flows };
}

describe('paintProcess', () => {
  it('leaves everything ahead before anything has begun', async () => {
    const { states, flows } = await statesOf([]);
    assert.deepEqual([...new Set(Object.values(states))], ['ahead']);
    assert.deepEqual(flows, []);
  });

  it('shows tokens in parallel branches, and what they can still come to', async () => {
    const { states, flows } = await statesOf([
      left('begin'),
      left('fork'),
      left('a'),
      there('part'),
      there('inner'),
      there('b'),
    ]);
    assert.deepEqual(
      ['a', 'part', 'inner', 'b', 'late', 'hurry', 'join', 'grant', 'refuse'].map((id) => states[id]),
      ['passed', 'current', 'current', 'current', 'ahead', 'ahead', 'ahead', 'ahead', 'ahead'],
    );
    assert.deepEqual(flows, ['f1', 'f2', 'f3', 'f4']);
  });

  it('calls skipped what no token can reach any more', async () => {
    const passed = ['begin', 'fork', 'a', 'partBegin', 'inner', 'part', 'b', 'join', 'choose'].map(left);
    const { states } = await statesOf([...passed, there('refuse')]);
    assert.deepEqual(
      ['grant', 'refuse', 'late', 'hurry'].map((id) => states[id]),
      ['skipped', 'current', 'skipped', 'skipped'],
    );
  });

  it('knows of an ended case only what was passed and what was broken off', async () => {
    const { states } = await statesOf(
      [left('begin'), left('fork'), { ...left('b'), canceled: true }, left('a')],
      true,
    );
    assert.deepEqual(
      ['a', 'b', 'join'].map((id) => states[id]),
      ['passed', 'canceled', 'skipped'],
    );
  });
});
