// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are expressions of the engine
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findConditionVariables } from '../bpmn/findVariables.ts';
import type { BpmnElement, Services } from '../bpmn/modelerTypes.ts';
import { designerTexts } from '../i18n/designerTexts.ts';
import { samePersonChoices } from '../panel/samePersonChoices.ts';
import { stepsBefore } from '../panel/stepsBefore.ts';
import { elementName } from './elementName.ts';
import { findMerge } from './findMerge.ts';
import { neighbourOf } from './moveStep.ts';
import { outlineRows } from './outlineRows.ts';
import { placesFor } from './placesFor.ts';

interface Drawn extends BpmnElement {
  readonly incoming: BpmnElement['incoming'][number][];
  readonly outgoing: BpmnElement['outgoing'][number][];
}

/** Elements as bpmn-js holds them, joined as `a>b` says. */
function draw(
  nodes: Readonly<Record<string, string>>,
  flows: readonly string[],
  attributes: Readonly<Record<string, Record<string, string>>> = {},
) {
  const root = { id: 'p' };
  const make = (id: string, type: string, more: object = {}) =>
    ({
      id,
      type: `bpmn:${type}`,
      parent: root,
      incoming: [],
      outgoing: [],
      businessObject: { get: (name: string) => attributes[id]?.[name] },
      ...more,
    }) as unknown as Drawn;
  const elements = new Map(Object.entries(nodes).map(([id, type]) => [id, make(id, type)]));
  for (const flow of flows) {
    const [source, target] = flow.split('>').map((id) => elements.get(id)) as [Drawn, Drawn];
    const drawn = make(flow, 'SequenceFlow', { source, target, waypoints: [] });
    source.outgoing.push(drawn as never);
    target.incoming.push(drawn as never);
    elements.set(flow, drawn);
  }
  return (id: string) => {
    const element = elements.get(id);
    assert.ok(element);
    return Object.assign(element, { all: [...elements.values()] });
  };
}

const flow = draw(
  {
    s: 'StartEvent',
    a: 'UserTask',
    b: 'UserTask',
    x: 'ExclusiveGateway',
    c: 'UserTask',
    m: 'ExclusiveGateway',
    e: 'EndEvent',
  },
  ['s>a', 'a>b', 'b>x', 'x>c', 'x>m', 'c>m', 'm>e'],
  {
    a: {
      name: '初审',
      'camunda:candidateGroups': '${tenant}:${town}:approver',
      'camunda:formKey': 'forms/a.json',
    },
    c: { name: '复核' },
  },
);

describe('elements without a name', () => {
  it('are told by where they lead or stand, in words', () => {
    const texts = designerTexts['zh-CN'];
    const drawn = draw(
      { a: 'UserTask', x: 'ExclusiveGateway', b: 'UserTask', c: 'UserTask', e: 'EndEvent', o: 'EndEvent' },
      ['a>x', 'x>b', 'x>c', 'b>e', 'c>o'],
      { a: { name: '审查' }, 'x>b': { name: '符合' }, c: { name: '复核' } },
    );
    assert.equal(elementName(drawn('x'), texts), '分支（符合／复核）');
    assert.equal(elementName(drawn('o'), texts), '结束（“复核”之后）');
    assert.equal(elementName(drawn('e'), texts), '结束 e');
    assert.equal(elementName(drawn('x'), designerTexts.en), 'Branch (符合／复核)');
  });
});

describe('the outline', () => {
  it('offers only the places that the structure allows', () => {
    assert.deepEqual(placesFor(flow('s')), ['after', 'branch']);
    assert.deepEqual(placesFor(flow('a')), ['after', 'before', 'parallel', 'branch']);
    assert.deepEqual(placesFor(flow('e')), ['before']);
    assert.deepEqual(placesFor(flow('x>c')), ['after']);
  });

  it('changes places only with a single step before or behind', () => {
    assert.equal(neighbourOf(flow('a'), 'down')?.id, 'b');
    assert.equal(neighbourOf(flow('b'), 'up')?.id, 'a');
    assert.equal(neighbourOf(flow('a'), 'up'), null, 'a start stays first');
    assert.equal(neighbourOf(flow('b'), 'down'), null, 'a branch follows');
    assert.equal(neighbourOf(flow('c'), 'down'), null, 'ways meet there');
  });

  it('finds where the ways out of a branch meet', () => {
    assert.equal(findMerge(flow('x'))?.id, 'm');
  });

  it('offers the steps before one as those whose person does it, and says which', () => {
    assert.deepEqual(
      stepsBefore(flow('c')).map(({ id }) => id),
      ['b', 'a'],
    );
    assert.deepEqual(stepsBefore(flow('a')), []);
    const manifest = { steps: { a: { name: { 'zh-CN': '初审', en: 'Review' } }, b: {} } };
    assert.deepEqual(
      samePersonChoices(flow('c'), manifest, 'zh-CN').map(({ value, label }) => [value, label]),
      [
        ['b', '办过“b”的人'],
        ['a', '办过“初审”的人'],
        ['intake', '办过“收件”的人'],
      ],
    );
  });

  it('offers a condition what is known when a case comes there, and what its branch names already', () => {
    const variables = (name: string) => [{ name, type: 'string' }];
    const manifest = {
      intakeVariables: variables('area'),
      steps: { b: { variables: variables('kind') }, c: { variables: variables('risk') } },
    };
    const known = (condition: string) => {
      const drawn = draw(
        { s: 'StartEvent', b: 'UserTask', x: 'ExclusiveGateway', c: 'UserTask', e: 'EndEvent' },
        ['s>b', 'b>x', 'x>c', 'x>e', 'c>e'],
        { 'x>c': { conditionExpression: { get: () => condition } } as never },
      );
      const registry = { filter: () => [] } as unknown as Services['elementRegistry'];
      const found = findConditionVariables(registry, manifest as never, drawn('x>e'), 'en');
      return found.map(({ name }) => name).filter((name) => ['area', 'kind', 'risk'].includes(name));
    };
    assert.deepEqual(known("${kind == 'a'}"), ['area', 'kind']);
    assert.deepEqual(known("${risk == 'a'}"), ['area', 'kind', 'risk']);
  });

  it('says who, form, limit and what comes next', () => {
    const registry = {
      filter: (keep: (element: BpmnElement) => boolean) => flow('a').all.filter(keep),
    } as unknown as Services['elementRegistry'];
    const rows = outlineRows({
      comments: new Map([['a', 2]]),
      registry,
      manifest: { steps: { a: { limit: '2 workday', samePersonAs: 'intake' } } },
      files: new Map([['forms/a.json', '{"title":"初审意见"}']]),
      findings: [{ code: 'x', severity: 'error', file: 'process.bpmn', element: 'a', zh: '', en: '' }],
      texts: designerTexts['zh-CN'],
      locale: 'zh-CN',
    });
    assert.deepEqual(rows[1], {
      id: 'a',
      type: 'bpmn:UserTask',
      kind: '人工任务',
      name: '初审',
      also: '',
      who: '申请人所在街镇 · 审批人员 · 办过“收件”的人',
      form: '初审意见',
      limit: '2 个工作日',
      next: '人工任务（“初审”之后）',
      findings: 1,
      comments: 2,
    });
    assert.ok(
      rows.some(({ name }) => name === '→ 复核'),
      'the ways out of a branch are lines too',
    );
  });
});
