import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listSeedPacks } from '../pack/readPackFolder.ts';
import { readStepOrder } from './readStepOrder.ts';

const seeds = new Map(
  (await listSeedPacks()).map(({ packCode, files }) => [packCode, files['process.bpmn'] ?? '']),
);

describe('readStepOrder', () => {
  it('names what a case has always done before a step, and nothing that only some do', async () => {
    const order = await readStepOrder(seeds.get('scjg-food') ?? '');
    assert.deepEqual(order.get('review'), []);
    // Inspection and sampling are for some cases only.
    assert.deepEqual(order.get('decide'), ['review']);
    assert.deepEqual(order.get('deliver'), ['review', 'decide']);
  });

  it('knows no order between parallel branches, and of ways around a task by its boundary event', async () => {
    const order = await readStepOrder(`<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
  <bpmn:process id="p" isExecutable="true">
    <bpmn:startEvent id="start" />
    <bpmn:userTask id="first" />
    <bpmn:boundaryEvent id="late" attachedToRef="first"><bpmn:timerEventDefinition /></bpmn:boundaryEvent>
    <bpmn:userTask id="second" />
    <bpmn:parallelGateway id="fork" />
    <bpmn:userTask id="left" />
    <bpmn:userTask id="right" />
    <bpmn:parallelGateway id="join" />
    <bpmn:userTask id="last" />
    <bpmn:endEvent id="end" />
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="first" />
    <bpmn:sequenceFlow id="f2" sourceRef="first" targetRef="second" />
    <bpmn:sequenceFlow id="f3" sourceRef="late" targetRef="second" />
    <bpmn:sequenceFlow id="f4" sourceRef="second" targetRef="fork" />
    <bpmn:sequenceFlow id="f5" sourceRef="fork" targetRef="left" />
    <bpmn:sequenceFlow id="f6" sourceRef="fork" targetRef="right" />
    <bpmn:sequenceFlow id="f7" sourceRef="left" targetRef="join" />
    <bpmn:sequenceFlow id="f8" sourceRef="right" targetRef="join" />
    <bpmn:sequenceFlow id="f9" sourceRef="join" targetRef="last" />
    <bpmn:sequenceFlow id="f10" sourceRef="last" targetRef="end" />
  </bpmn:process>
</bpmn:definitions>`);
    assert.deepEqual(order.get('second'), []);
    assert.deepEqual(order.get('left'), ['second']);
    assert.deepEqual(order.get('last'), ['second']);
  });
});
