import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addDrawing, hasNoDrawing } from './addDrawing.ts';
import { drawLayout } from './layOut.ts';

const process = `<?xml version="1.0"?>
<!-- made by another tool -->
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
  <process id="p" isExecutable="true">
    <startEvent id="a" />
    <userTask id="b" name="审查" />
    <sequenceFlow id="f" sourceRef="a" targetRef="b" />
  </process>
</definitions>
`;

describe('addDrawing', () => {
  it('draws a process that has no drawing and leaves every other character', async () => {
    assert.equal(hasNoDrawing(process), true);
    const drawn = addDrawing(process, await drawLayout(process));
    assert.equal(hasNoDrawing(drawn), false);
    assert.match(drawn, /bpmnElement="b"/);
    assert.match(drawn, /bpmnElement="f"/);
    assert.equal(drawn.replace(/ *<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>\n/, ''), process);
  });

  it('takes the place of a drawing without shapes', async () => {
    const empty = process.replace(
      '</definitions>',
      '  <bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"><bpmndi:BPMNPlane bpmnElement="p" /></bpmndi:BPMNDiagram>\n</definitions>',
    );
    assert.equal(hasNoDrawing(empty), true);
    const drawn = addDrawing(empty, await drawLayout(process));
    assert.equal(drawn.match(/<bpmndi:BPMNDiagram/g)?.length, 1);
  });
});
