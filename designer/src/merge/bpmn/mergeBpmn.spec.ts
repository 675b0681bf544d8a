import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mergePacks, resolveMerge } from '../mergePacks.ts';
import { mergeBpmn } from './mergeBpmn.ts';

/** Start → review → decide → end, drawn in a row; review has a form, decide a limit of its own in a timer. */
const base = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions" targetNamespace="urn:a">
  <!-- kept -->
  <bpmn:process id="a" name="流程" isExecutable="true">
    <bpmn:startEvent id="start" name="受理"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:userTask id="review" name="审查" camunda:formKey="forms/a.json">
      <bpmn:incoming>f1</bpmn:incoming>
      <bpmn:outgoing>f2</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:userTask id="decide" name="决定"><bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f3</bpmn:outgoing></bpmn:userTask>
    <bpmn:endEvent id="end" name="办结"><bpmn:incoming>f3</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="review" />
    <bpmn:sequenceFlow id="f2" sourceRef="review" targetRef="decide" />
    <bpmn:sequenceFlow id="f3" sourceRef="decide" targetRef="end"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">\${a}</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:boundaryEvent id="late" name="超时" attachedToRef="decide"><bpmn:timerEventDefinition id="timer"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="a">
      <bpmndi:BPMNShape id="start_di" bpmnElement="start"><dc:Bounds x="0" y="22" width="36" height="36" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="review_di" bpmnElement="review"><dc:Bounds x="100" y="0" width="100" height="80" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="decide_di" bpmnElement="decide"><dc:Bounds x="300" y="0" width="100" height="80" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="end_di" bpmnElement="end"><dc:Bounds x="500" y="22" width="36" height="36" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="late_di" bpmnElement="late"><dc:Bounds x="340" y="62" width="36" height="36" /></bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="f1_di" bpmnElement="f1"><di:waypoint x="36" y="40" /><di:waypoint x="100" y="40" /></bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="f2_di" bpmnElement="f2"><di:waypoint x="200" y="40" /><di:waypoint x="300" y="40" /></bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="f3_di" bpmnElement="f3"><di:waypoint x="400" y="40" /><di:waypoint x="500" y="40" /></bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;

/** A step between review and decide, as the editor adds it. */
const withStep = (id: string, name: string, after: 'review' | 'decide' = 'review') => {
  const [flow, x] = after === 'review' ? ['f2', 210] : ['f3', 410];
  const target = after === 'review' ? 'decide' : 'end';
  return base
    .replace(`sourceRef="${after}" targetRef="${target}"`, `sourceRef="${after}" targetRef="${id}"`)
    .replace(
      '  </bpmn:process>',
      `  <bpmn:userTask id="${id}" name="${name}"><bpmn:incoming>${flow}</bpmn:incoming><bpmn:outgoing>${id}${name}</bpmn:outgoing></bpmn:userTask>
    <bpmn:sequenceFlow id="${id}${name}" sourceRef="${id}" targetRef="${target}" />
  </bpmn:process>`,
    )
    .replace(
      `<bpmn:incoming>${flow}</bpmn:incoming><bpmn:outgoing>f3`,
      `<bpmn:incoming>${id}${name}</bpmn:incoming><bpmn:outgoing>f3`,
    )
    .replace(
      '    </bpmndi:BPMNPlane>',
      `      <bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="0" width="80" height="80" /></bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="${id}${name}_di" bpmnElement="${id}${name}"><di:waypoint x="${x + 80}" y="40" /><di:waypoint x="${x + 90}" y="40" /></bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>`,
    );
};
const without = (text: string, ...ids: string[]) =>
  ids.reduce(
    (left, id) =>
      left
        .replace(new RegExp(`\\s*<bpmn:(\\w+) id="${id}"[^>]*?(/>|>[\\s\\S]*?</bpmn:\\1>)`), '')
        .replace(new RegExp(`\\s*<bpmndi:\\w+ id="${id}_di"[\\s\\S]*?</bpmndi:\\w+>`), '')
        .replaceAll(new RegExp(`\\s*<bpmn:(incoming|outgoing)>${id}</bpmn:\\1>`, 'g'), ''),
    text,
  );
const merge = (mine: string, theirs: string) => {
  const found = mergeBpmn(base, mine, theirs);
  assert.ok(found);
  return found;
};
const none = new Map();

describe('two works on a process', () => {
  it('are put together property by property, and mine keeps its every byte', () => {
    const mine = base.replace('name="审查"', 'name="初审"');
    const theirs = base
      .replace('forms/a.json', 'forms/b.json')
      .replace('P1D', 'P2D')
      .replace('x="500" y="22"', 'x="500" y="122"');
    const { conflicts, taken, write } = merge(mine, theirs);
    assert.deepEqual(conflicts, []);
    assert.deepEqual(
      taken.map((words) => words['zh-CN']),
      ['人工任务“初审” › 表单', '边界事件“超时” › 等待时长', '结束“办结” › 图中位置'],
    );
    assert.equal(
      write(none),
      mine
        .replace('forms/a.json', 'forms/b.json')
        .replace('P1D', 'P2D')
        .replace('x="500" y="22"', 'x="500" y="122"'),
    );
  });

  it('ask in words only where both changed the same property of the same element', () => {
    const mine = base.replace('name="决定"', 'name="审批决定"').replace('${a}', '${b}');
    const theirs = base
      .replace('name="决定"', 'name="核准"')
      .replace('${a}', '${c}')
      .replace('name="办结"', 'name="结束"');
    const { conflicts, write } = merge(mine, theirs);
    assert.deepEqual(
      conflicts.map(({ name, mine: own, theirs: other }) => [
        name['zh-CN'],
        own?.['zh-CN'],
        other?.['zh-CN'],
      ]),
      [
        ['人工任务“审批决定” › 名称', '审批决定', '核准'],
        ['连线 审批决定 → 办结 › 条件', '${b}', '${c}'],
      ],
    );
    assert.equal(write(none), mine.replace('name="办结"', 'name="结束"'));
    const [first] = conflicts;
    assert.equal(write(new Map([[first?.key ?? '', 'theirs']])), theirs.replace('${c}', '${b}'));
  });

  it('keep the steps that both have added, with their flows and without one over the other', () => {
    const mine = withStep('step1', '公示');
    const theirs = withStep('step2', '复核', 'decide');
    const { conflicts, write } = merge(mine, theirs);
    assert.deepEqual(conflicts, []);
    const merged = write(none);
    for (const flow of [
      'id="f2" sourceRef="review" targetRef="step1"',
      'id="step1公示" sourceRef="step1" targetRef="decide"',
      'id="f3" sourceRef="decide" targetRef="step2"',
      'id="step2复核" sourceRef="step2" targetRef="end"',
    ])
      assert.ok(merged.includes(flow), flow);
    assert.match(
      merged,
      /<bpmn:endEvent id="end"[^>]*>\s*<bpmn:incoming>step2复核<\/bpmn:incoming>\s*<\/bpmn:endEvent>/,
    );
    assert.match(merged, /BPMNShape id="step2_di"/);
    assert.match(merged, /<!-- kept -->/);
  });

  it('give a new step another id where both took the same one, in pack.yaml and scenarios too', () => {
    const manifest = 'steps:\n  review: {form: a}\n';
    const files = (bpmn: string, name: string | null) =>
      new Map([
        ['process.bpmn', bpmn],
        ['pack.yaml', name === null ? manifest : `${manifest}  step1: {form: ${name}}\n`],
        ...(name === 'other'
          ? [['scenarios/b.yaml', 'steps: [{act: complete, step: step1}]\n'] as const]
          : []),
      ]);
    const found = mergePacks(
      files(base, null),
      files(withStep('step1', '公示'), 'own'),
      files(withStep('step1', '复核', 'decide'), 'other'),
    );
    assert.deepEqual(found.conflicts, []);
    assert.match(
      found.files.get('pack.yaml') ?? '',
      /step1: \{\s*form: own\s*\}[\s\S]*step2: \{\s*form: other\s*\}/,
    );
    assert.match(found.files.get('process.bpmn') ?? '', /sourceRef="decide" targetRef="step2"/);
    assert.match(found.files.get('scenarios/b.yaml') ?? '', /step: step2/);
  });

  it('do not put one new step over another', () => {
    const merged = merge(withStep('step1', '公示'), withStep('step2', '复核')).write(none);
    const place = (id: string) =>
      new RegExp(`id="${id}_di"[^>]*>\\s*<dc:Bounds x="210" y="(\\d+)"`).exec(merged)?.[1];
    assert.equal(place('step1'), '0');
    assert.equal(place('step2'), '110');
  });

  it('take away what one took away, with its flows and its drawing', () => {
    const gone = without(base, 'late');
    const merged = merge(base.replace('name="审查"', 'name="初审"'), gone).write(none);
    assert.equal(merged, gone.replace('name="审查"', 'name="初审"'));
    assert.deepEqual(
      merge(base.replace('name="审查"', 'name="初审"'), gone).taken.map((words) => words.en),
      ['border event “超时” › deleted'].map((text) => text.replace('border event', 'boundary event')),
    );
  });

  it('ask where one took away what the other changed, and keep it whole', () => {
    const theirs = without(base, 'review', 'f2').replace(
      'sourceRef="start" targetRef="review"',
      'sourceRef="start" targetRef="decide"',
    );
    const mine = base.replace('forms/a.json', 'forms/b.json');
    const { conflicts, write } = merge(mine, theirs);
    assert.deepEqual(
      conflicts.map(({ name, mine: own, theirs: other }) => [name.en, own?.en, other]),
      [['task “审查”', 'kept: task “审查”', null]],
    );
    const kept = write(none);
    for (const part of ['id="review"', 'forms/b.json', 'id="f2"', 'id="review_di"'])
      assert.ok(kept.includes(part), part);
    const dropped = write(new Map([[conflicts[0]?.key ?? '', 'theirs']]));
    for (const part of ['id="review"', 'id="f2"', 'review_di', 'f2_di'])
      assert.ok(!dropped.includes(part), part);
    assert.ok(dropped.includes('sourceRef="start" targetRef="decide"'));
  });

  it('ask where something new was joined to what the other took away', () => {
    const mine = without(base, 'review', 'f2').replace(
      'sourceRef="start" targetRef="review"',
      'sourceRef="start" targetRef="decide"',
    );
    const theirs = withStep('step1', '公示');
    const { conflicts, write } = merge(mine, theirs);
    assert.deepEqual(
      conflicts.map(({ name }) => name.en),
      ['flow 审查 → 公示'],
    );
    // Mine: the new step stays, its way from the step that is gone does not.
    assert.ok(!write(none).includes('sourceRef="review"'));
    const taken = write(new Map([[conflicts[0]?.key ?? '', 'theirs']]));
    assert.ok(taken.includes('id="review"') && taken.includes('sourceRef="review" targetRef="step1"'));
  });

  it('ask once about the drawing, however much was moved on both sides, and draw lines to where their ends are', () => {
    const mine = base.replace('x="300" y="0"', 'x="300" y="200"');
    const theirs = base
      .replace('x="300" y="0"', 'x="300" y="300"')
      .replace('x="100" y="0"', 'x="100" y="50"');
    const { conflicts, write } = merge(mine, theirs);
    assert.deepEqual(
      conflicts.map(({ key, mine: own }) => [key, own?.['zh-CN']]),
      [['~', '人工任务“决定”']],
    );
    const merged = write(none);
    assert.ok(merged.includes('x="300" y="200"') && merged.includes('x="100" y="50"'));
    assert.match(merged, /id="f2_di"[^>]*>\s*<di:waypoint x="200" y="90" \/>/);
    assert.ok(write(new Map([['~', 'theirs']])).includes('x="300" y="300"'));
  });

  it('leave a file as a whole to the choice where it cannot be told apart by elements', () => {
    const twice = base.replace('id="review"', 'id="decide"');
    assert.equal(mergeBpmn(base, twice, base.replace('审查', '初审')), null);
    const files = (text: string) => new Map([['process.bpmn', text]]);
    const found = mergePacks(files(base), files('<a'), files(base.replace('审查', '初审')));
    assert.deepEqual(
      found.conflicts.map(({ file, element }) => [file, element]),
      [['process.bpmn', undefined]],
    );
    assert.equal(resolveMerge(found, ['theirs']).get('process.bpmn'), base.replace('审查', '初审'));
  });
});
