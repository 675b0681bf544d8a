import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { groupPath } from './groupPath.ts';

const flow = (source: string, target: string) =>
  `<bpmn:sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}"/>`;
const xml = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
<bpmn:process id="p" isExecutable="true">
<bpmn:startEvent id="begin"/><bpmn:userTask id="review"/><bpmn:parallelGateway id="fork"/>
<bpmn:userTask id="left"/><bpmn:userTask id="leftAgain"/><bpmn:userTask id="right"/><bpmn:parallelGateway id="join"/>
<bpmn:userTask id="decide"/><bpmn:endEvent id="over"/>
${flow('begin', 'review')}${flow('review', 'fork')}${flow('fork', 'left')}${flow('fork', 'right')}
${flow('left', 'leftAgain')}${flow('leftAgain', 'join')}${flow('right', 'join')}${flow('join', 'decide')}${flow('decide', 'over')}
</bpmn:process></bpmn:definitions>`;

describe('the path of a case as a scenario expects it', () => {
  it('is a list of its own where things ran side by side, whatever their order', async () => {
    const expected = (middle: string[]) => ['begin', 'review', middle, 'decide', 'over'];
    for (const middle of [
      ['left', 'right', 'leftAgain'],
      ['right', 'left', 'leftAgain'],
      ['left', 'leftAgain', 'right'],
    ])
      assert.deepEqual(
        await groupPath(xml, ['begin', 'review', ...middle, 'decide', 'over']),
        expected(middle),
      );
  });
});
