import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drawLayout, withDrawing } from './layOut.ts';

const laned = `<?xml version="1.0"?>
<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
  <b:collaboration id="both">
    <b:participant id="office" name="政务服务局" processRef="approve" />
    <b:participant id="person" name="申请人" processRef="apply" />
    <b:messageFlow id="sent" sourceRef="hand" targetRef="received" />
  </b:collaboration>
  <b:process id="approve" isExecutable="true">
    <b:laneSet id="desks">
      <b:lane id="window" name="窗口">
        <b:flowNodeRef>received</b:flowNodeRef><b:flowNodeRef>check</b:flowNodeRef>
      </b:lane>
      <b:lane id="department" name="主管部门">
        <b:childLaneSet id="inside">
          <b:lane id="officer" name="经办人">
            <b:flowNodeRef>review</b:flowNodeRef><b:flowNodeRef>ok</b:flowNodeRef><b:flowNodeRef>late</b:flowNodeRef>
          </b:lane>
          <b:lane id="head" name="负责人">
            <b:flowNodeRef>decide</b:flowNodeRef><b:flowNodeRef>done</b:flowNodeRef>
          </b:lane>
        </b:childLaneSet>
      </b:lane>
      <b:lane id="archive" name="档案室" />
    </b:laneSet>
    <b:startEvent id="received" /><b:userTask id="check" /><b:userTask id="review" />
    <b:boundaryEvent id="late" attachedToRef="review"><b:timerEventDefinition id="t" /></b:boundaryEvent>
    <b:exclusiveGateway id="ok" /><b:userTask id="decide" /><b:endEvent id="done" /><b:userTask id="nowhere" />
    <b:sequenceFlow id="f1" sourceRef="received" targetRef="check" />
    <b:sequenceFlow id="f2" sourceRef="check" targetRef="review" />
    <b:sequenceFlow id="f3" sourceRef="review" targetRef="ok" />
    <b:sequenceFlow id="f4" sourceRef="ok" targetRef="decide" />
    <b:sequenceFlow id="f5" sourceRef="ok" targetRef="check" />
    <b:sequenceFlow id="f6" sourceRef="decide" targetRef="done" />
    <b:sequenceFlow id="f7" sourceRef="late" targetRef="nowhere" />
    <b:sequenceFlow id="f8" sourceRef="nowhere" targetRef="done" />
  </b:process>
  <b:process id="apply">
    <b:startEvent id="want" /><b:userTask id="hand" /><b:sequenceFlow id="g" sourceRef="want" targetRef="hand" />
  </b:process>
</b:definitions>
`;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly bottom: number;
}

/** The box of an element in a drawing. */
function boxOf(xml: string, id: string): Box {
  const shape = new RegExp(`bpmnElement="${id}"[^>]*>\\s*<dc:Bounds ([^>]*)/>`).exec(xml)?.[1];
  assert.ok(shape !== undefined, `${id} is drawn`);
  const read = (name: string) => Number(new RegExp(`${name}="(-?[\\d.]+)"`).exec(shape)?.[1]);
  const [x, y] = [read('x'), read('y')];
  return { x, y, right: x + read('width'), bottom: y + read('height') };
}

function wayOf(xml: string, id: string): { x: number; y: number }[] {
  const edge = new RegExp(`bpmnElement="${id}"[^>]*>([\\s\\S]*?)</bpmndi:BPMNEdge>`).exec(xml)?.[1] ?? '';
  return [...edge.matchAll(/waypoint x="(-?[\d.]+)" y="(-?[\d.]+)"/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }));
}

const lies = (inner: Box, outer: Box) =>
  inner.x >= outer.x && inner.right <= outer.right && inner.y >= outer.y && inner.bottom <= outer.bottom;

const inLane = {
  window: ['received', 'check'],
  officer: ['review', 'ok'],
  head: ['decide', 'done'],
};
const nodes = [...Object.values(inLane).flat(), 'nowhere'];

describe('lanes of pools without a drawing', () => {
  it('are drawn one below the other in their pool, each round what belongs to it, an inner one in its outer one', async () => {
    const drawn = await withDrawing(laned);
    const box = (id: string) => boxOf(drawn, id);
    const lanes = ['window', 'officer', 'head', 'archive'];
    for (const [lane, inner] of Object.entries(inLane))
      for (const id of inner) assert.ok(lies(box(id), box(lane)), `${id} in ${lane}`);
    for (const [at, lane] of lanes.entries()) {
      assert.ok(lies(box(lane), box('office')), lane);
      assert.equal(box(lane).right, box('office').right);
      if (at > 0) assert.equal(box(lane).y, box(lanes[at - 1] ?? '').bottom);
    }
    for (const lane of ['officer', 'head']) assert.ok(lies(box(lane), box('department')), lane);
    assert.equal(box('officer').x, box('department').x + 30);
    // What the file puts into no lane is drawn in none, yet in the pool.
    for (const lane of lanes) assert.ok(!lies(box('nowhere'), box(lane)), lane);
    assert.ok(lies(box('nowhere'), box('office')));
    // The event stays on the edge of its step.
    assert.equal((box('late').y + box('late').bottom) / 2, box('review').bottom);
    assert.ok(box('person').y > box('office').bottom);
  });

  it('have flows that begin and end at their steps and run through no other', async () => {
    const drawn = await withDrawing(laned);
    for (const [, id = '', source = '', target = ''] of laned.matchAll(
      /sequenceFlow id="(f\d)" sourceRef="(\w+)" targetRef="(\w+)"/g,
    )) {
      const way = wayOf(drawn, id);
      const touches = (point: { x: number; y: number } | undefined, { x, y, right, bottom }: Box) =>
        point !== undefined && point.x >= x && point.x <= right && point.y >= y && point.y <= bottom;
      assert.ok(touches(way[0], boxOf(drawn, source)), `${id} begins at ${source}`);
      assert.ok(touches(way.at(-1), boxOf(drawn, target)), `${id} ends at ${target}`);
      for (const [at, to] of way.slice(1).entries()) {
        const from = way[at] ?? to;
        assert.ok(from.x === to.x || from.y === to.y, `${id} is straight`);
        for (const node of nodes) {
          const { x, y, right, bottom } = boxOf(drawn, node);
          const through =
            Math.max(from.x, to.x) > x &&
            Math.min(from.x, to.x) < right &&
            Math.max(from.y, to.y) > y &&
            Math.min(from.y, to.y) < bottom;
          assert.ok(!through, `${id} runs through ${node}`);
        }
      }
    }
  });

  it('are kept when a drawing is laid out anew, whatever it was', async () => {
    const drawn = await withDrawing(laned);
    const disarranged = drawn.replace(/ x="[\d.]+" y="[\d.]+"/g, ' x="1" y="1"');
    const again = await drawLayout(disarranged);
    for (const id of ['office', 'person', 'window', 'department', 'officer', 'head', 'archive', ...nodes])
      assert.deepEqual(boxOf(again, id), boxOf(drawn, id), id);
    assert.deepEqual(wayOf(again, 'sent'), wayOf(drawn, 'sent'));
  });

  it('give a single process with lanes its pool', async () => {
    const one = laned
      .replace(/ {2}<b:collaboration[\s\S]*?<\/b:collaboration>\n/, '')
      .replace(/ {2}<b:process id="apply">[\s\S]*?<\/b:process>\n/, '');
    const drawn = await withDrawing(one);
    assert.ok(lies(boxOf(drawn, 'window'), boxOf(drawn, 'pool_approve')));
    assert.ok(lies(boxOf(drawn, 'archive'), boxOf(drawn, 'pool_approve')));
  });
});
