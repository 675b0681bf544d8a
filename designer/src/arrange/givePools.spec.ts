import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasNoDrawing } from './addDrawing.ts';
import { givePools } from './givePools.ts';
import { withDrawing } from './layOut.ts';

const two = `<?xml version="1.0"?>
<!-- <process id="no"> is no process -->
<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
  <b:process id="first" name="受理 &amp; 审查" isExecutable="true">
    <b:startEvent id="a" /><b:userTask id="t" /><b:sequenceFlow id="f" sourceRef="a" targetRef="t" />
  </b:process>
  <b:process id="second">
    <b:startEvent id="c" /><b:endEvent id="d" /><b:sequenceFlow id="g" sourceRef="c" targetRef="d" />
  </b:process>
</b:definitions>
`;
const collaboration = (inner: string) =>
  two.replace(
    '  <b:process id="first"',
    `  <b:collaboration id="c1">${inner}</b:collaboration>\n  <b:process id="first"`,
  );

describe('givePools', () => {
  it('leaves a file with one process alone', () => {
    const one = two.replace(/ {2}<b:process id="second">[\s\S]*?<\/b:process>\n/, '');
    assert.equal(givePools(one), one);
  });

  it('gives every process a pool named after it, and leaves every other character', () => {
    const given = givePools(two);
    assert.match(given, /<b:participant id="pool_first" name="受理 &amp; 审查" processRef="first" \/>/);
    assert.match(given, /<b:participant id="pool_second" name="second" processRef="second" \/>/);
    assert.equal(given.replace(/<b:collaboration[\s\S]*<\/b:collaboration>\n {2}/, ''), two);
  });

  it('adds to the pools that there are, and takes no id that is taken', () => {
    const given = givePools(collaboration('<b:participant id="pool_second" processRef="first" />'));
    assert.match(given, /<b:participant id="pool_second_2" name="second" processRef="second" \/>/);
    assert.equal(given.match(/<b:collaboration /g)?.length, 1);
    assert.equal(givePools(given), given);
  });

  it('lets them be drawn one below the other', async () => {
    const drawn = await withDrawing(two);
    assert.equal(hasNoDrawing(drawn), false);
    for (const id of ['pool_first', 'pool_second', 'a', 't', 'f', 'c', 'd', 'g'])
      assert.ok(drawn.includes(`bpmnElement="${id}"`), id);
    assert.match(drawn, /<bpmndi:BPMNPlane[^>]* bpmnElement="pools"/);
    const again = drawn.replace(/ *<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>\n/, '');
    assert.equal(again, givePools(two));
  });
});
