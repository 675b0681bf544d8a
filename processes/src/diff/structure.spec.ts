import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listSeedPacks } from '../pack/readPackFolder.ts';
import { diffPacks } from './diffPacks.ts';

const food = (await listSeedPacks()).find(({ packCode }) => packCode === 'scjg-food')?.files ?? {};

interface Component {
  key: string;
  type: string;
  label?: string;
  components?: Component[];
}

async function changesOf(file: string, edit: (text: string) => string) {
  const text = edit(food[file] ?? '');
  assert.notEqual(text, food[file]);
  return (await diffPacks(food, { ...food, [file]: text })).changes;
}

describe('rows of a decision table', () => {
  const rule = /<rule id="scjg-food-inspection-rule4">[\s\S]*?<\/rule>\s*/;

  it('that came or went are one change each, with every cell named', async () => {
    const [removed, ...others] = await changesOf('routing.dmn', (dmn) => dmn.replace(rule, ''));
    assert.deepEqual(others, []);
    assert.equal(removed?.kind, 'removed');
    assert.equal(
      removed.before?.words['zh-CN'],
      '办理类型："renew"；主体业态：-；经营条件是否变化："yes"；经营面积（平方米）：-；变更经营项目：-；变更布局、设备：-；需要现场核查：true',
    );
  });

  it('in another order matter under FIRST, and not where rows agree', async () => {
    const moved = (dmn: string) => {
      const [text = ''] = rule.exec(dmn) ?? [];
      const without = dmn.replace(rule, '');
      return without.replace('<rule id="scjg-food-inspection-rule1">', () =>
        `${text}$&`.replace('$&', '<rule id="scjg-food-inspection-rule1">'),
      );
    };
    const [order, ...others] = await changesOf('routing.dmn', moved);
    assert.deepEqual(others, []);
    assert.deepEqual([order?.kind, order?.matters], ['moved', true]);
    assert.match(order?.after?.words['zh-CN'] ?? '', /^第 4 行、第 1 行/);
    const any = (dmn: string) => dmn.replaceAll('hitPolicy="FIRST"', 'hitPolicy="ANY"');
    const files = { ...food, 'routing.dmn': any(food['routing.dmn'] ?? '') };
    const { changes } = await diffPacks(files, {
      ...files,
      'routing.dmn': any(moved(food['routing.dmn'] ?? '')),
    });
    assert.deepEqual(
      changes.map(({ matters }) => matters),
      [false],
    );
  });

  it('are matched by their inputs when all ids are new', async () => {
    const changes = await changesOf('routing.dmn', (dmn) => dmn.replace(/<rule id="/g, '<rule id="new-'));
    assert.ok(changes.every(({ property, matters }) => property.key === 'id' && !matters));
  });
});

describe('components of a form', () => {
  it('that only say something are called by how they begin, not by their key', async () => {
    const [change] = await changesOf('forms/application-amend.json', (text) =>
      text.replace('不能在此变更', '不能变更'),
    );
    assert.match(change?.where.name['zh-CN'] ?? '', /› 说明文字“经营场所发生变化的，[^”]*…”$/);
    assert.match(change?.where.name.en ?? '', /› Text “Another place of[^”]*…”$/);
  });

  const withForm = (change: (components: Component[]) => void) => (text: string) => {
    const form = JSON.parse(text) as { components: Component[] };
    change(form.components);
    return JSON.stringify(form);
  };

  it('are found in another group: only moved, by the names of the groups', async () => {
    const changes = await changesOf(
      'forms/application-new.json',
      withForm(([from, to]) => {
        const [field] = from?.components?.splice(4, 1) ?? [];
        if (field) to?.components?.push(field);
      }),
    );
    assert.deepEqual(
      changes.map(({ kind, property, matters }) => [kind, property.key, matters]),
      [['moved', 'parent', false]],
    );
    assert.match(changes[0]?.before?.words['zh-CN'] ?? '', /分组“经营者信息”/);
  });

  it('that came or went are one change each, their group kept', async () => {
    const changes = await changesOf(
      'forms/application-new.json',
      withForm(([panel]) => {
        panel?.components?.shift();
        panel?.components?.push({ key: 'staff', type: 'number', label: '人数' });
      }),
    );
    assert.deepEqual(
      changes.map(({ kind, where }) => [kind, where.element]),
      [
        ['removed', 'operatorName'],
        ['added', 'staff'],
      ],
    );
    assert.equal(changes[1]?.after?.words['zh-CN'], '类型：数字');
  });

  it('in another order are one change of looks', async () => {
    const changes = await changesOf(
      'forms/application-new.json',
      withForm(([panel]) => panel?.components?.reverse()),
    );
    assert.deepEqual(
      changes.map(({ kind, where, matters }) => [kind, where.element, matters]),
      [['moved', 'operatorPanel', false]],
    );
  });
});

describe('elements of a process', () => {
  it('that came are one change with their properties, their flows too, and no remark on the drawing', async () => {
    const task =
      '<bpmn:userTask id="sign" name="会签" camunda:formKey="forms/review.json"/><bpmn:sequenceFlow id="toSign" sourceRef="review" targetRef="sign"/>';
    const shape =
      '<bpmndi:BPMNShape id="sign_di" bpmnElement="sign"><dc:Bounds x="1" y="2" width="3" height="4"/></bpmndi:BPMNShape>';
    const changes = await changesOf('process.bpmn', (bpmn) =>
      bpmn
        .replace('</bpmn:process>', `${task}</bpmn:process>`)
        .replace('</bpmndi:BPMNPlane>', `${shape}</bpmndi:BPMNPlane>`),
    );
    assert.deepEqual(
      changes.map(({ kind, where, after }) => [kind, where.name['zh-CN'], after?.words['zh-CN']]),
      [
        ['added', '人工任务“会签”', '表单：forms/review.json'],
        ['added', '连线 材料审查 → 会签', '连线 材料审查 → 会签'],
      ],
    );
  });

  it('are only renamed when the editor adds a label without a place', async () => {
    const changes = await changesOf('process.bpmn', (bpmn) =>
      bpmn
        .replace('name="材料审查"', 'name="审查"')
        .replace(/(bpmnElement="review">\s*<dc:Bounds [^>]*>)/, '$1<bpmndi:BPMNLabel />'),
    );
    assert.deepEqual(
      changes.map(({ kind, property }) => [kind, property.key]),
      [['changed', 'name']],
    );
  });

  it('are the same whatever prefix the file uses', async () => {
    const diff = await diffPacks(food, {
      ...food,
      'process.bpmn': (food['process.bpmn'] ?? '')
        .replaceAll('bpmn:', 'model:')
        .replace('xmlns:bpmn=', 'xmlns:model='),
    });
    assert.deepEqual([diff.counts.total, diff.formattingOnly], [0, ['process.bpmn']]);
  });
});
