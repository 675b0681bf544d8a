import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readBpmn } from '../bpmn/readBpmn.ts';
import { readProcessModel } from '../bpmn/readProcessModel.ts';
import { districtContext } from '../lint/districtContext.fixture.ts';
import { lintPack } from '../lint/lintPack.ts';
import { parsePack } from '../pack/parsePack.ts';
import { readMinimalPack } from '../template/minimalPack.ts';
import { packFromTable } from './packFromTable.ts';
import { readStepTable } from './readStepTable.ts';

const made = { packCode: 'csglw-from-table', name: { 'zh-CN': '户外广告设置', en: 'Outdoor advertising' } };
const table = `环节\t岗位\t时限\t填写内容\t英文名称
申请\t申请人\t\t设置地点、面积(数字)、开始日期(日期)、类型(选择:灯箱/横幅)\tApplication
材料审核\t审批人员\t3个工作日\t审核意见\tReview
现场核查\t审批人员\t5 个工作日\t"核查结论(选择:合格/不合格)、现场照片(附件)"\tInspection
领导审签\t负责人\t2个工作日\t\tDecision by the head`;

describe('a pack from a table of steps', () => {
  it('has the steps, roles, limits and forms of the table, laid out, and nothing that lint finds', async () => {
    const { rows, problems } = readStepTable(table);
    assert.deepEqual(problems, []);
    const files = await packFromTable(await readMinimalPack(), rows, made);
    assert.deepEqual(await lintPack(files, districtContext), []);
    const { steps, limits } = parsePack(files);
    assert.deepEqual(
      Object.entries(steps).map(([key, step]) => [key, step.name['zh-CN'], step.role]),
      [
        ['decide', '领导审签', 'head'],
        ['deliver', '窗口送达', 'clerk'],
        ['step1', '材料审核', 'approver'],
        ['step2', '现场核查', 'approver'],
      ],
    );
    assert.deepEqual(limits.promised, { value: 10, unit: 'workday' });
    const model = await readProcessModel(files['process.bpmn'] ?? '');
    assert.deepEqual(
      model.steps.map(({ name }) => name),
      ['材料审核', '现场核查', '领导审签', '窗口送达'],
    );
    const application = JSON.parse(files['forms/application.json'] ?? '') as {
      components: { type: string }[];
    };
    assert.deepEqual(
      application.components.map(({ type }) => type),
      ['textfield', 'number', 'textfield', 'radio'],
    );
  });

  it('lies apart: no two elements of the picture overlap', async () => {
    const { rows } = readStepTable(table);
    const files = await packFromTable(await readMinimalPack(), rows, made);
    const shapes = [
      ...(files['process.bpmn'] ?? '').matchAll(
        /<bpmndi:BPMNShape[^>]*bpmnElement="(\w+)"[^>]*>\s*<dc:Bounds x="(-?[\d.]+)" y="(-?[\d.]+)" width="([\d.]+)" height="([\d.]+)"/g,
      ),
    ].map(([, id, ...numbers]) => ({ id, box: numbers.map(Number) as [number, number, number, number] }));
    assert.ok(shapes.length > 12);
    for (const [at, { id, box: one }] of shapes.entries())
      for (const { id: otherId, box: other } of shapes.slice(at + 1)) {
        const apart =
          one[0] + one[2] <= other[0] ||
          other[0] + other[2] <= one[0] ||
          one[1] + one[3] <= other[1] ||
          other[1] + other[3] <= one[1];
        assert.ok(apart, `${id} over ${otherId}`);
      }
  });

  it('has flows from border to border: none runs through a step', async () => {
    const { rows } = readStepTable(table);
    const xml = (await packFromTable(await readMinimalPack(), rows, made))['process.bpmn'] ?? '';
    const boxes = [
      ...xml.matchAll(
        /bpmnElement="(\w+)"[^>]*>\s*<dc:Bounds x="([\d.]+)" y="([\d.]+)" width="100" height="80"/g,
      ),
    ].map(([, id, x, y]) => ({ id, x: Number(x), y: Number(y) }));
    assert.ok(boxes.length >= 6);
    const edges = [...xml.matchAll(/<bpmndi:BPMNEdge[^>]*bpmnElement="(\w+)"[\s\S]*?<\/bpmndi:BPMNEdge>/g)];
    for (const [edge, flow] of edges) {
      const points = [...edge.matchAll(/waypoint x="([-\d.]+)" y="([-\d.]+)"/g)].map(([, x, y]) => [
        Number(x),
        Number(y),
      ]);
      for (const [at, [x = 0, y = 0]] of points.slice(0, -1).entries()) {
        const [toX = 0, toY = 0] = points[at + 1] ?? [];
        for (const box of boxes) {
          const through =
            Math.min(x, toX) < box.x + 100 &&
            Math.max(x, toX) > box.x &&
            Math.min(y, toY) < box.y + 80 &&
            Math.max(y, toY) > box.y;
          assert.ok(!through, `${flow} through ${box.id}`);
        }
      }
    }
  });

  it('is sound whatever the names, for one to twelve steps', async () => {
    const minimal = await readMinimalPack();
    const name = fc
      .string({
        unit: fc.constantFrom('审', '核', '&', '<', '"', "'", '（', '1', '·'),
        minLength: 1,
        maxLength: 12,
      })
      .filter((text) => text.trim() !== '');
    const row = fc.record({
      name,
      role: fc.constantFrom('审批人员', '负责人', '窗口'),
      limit: fc.constantFrom('1个工作日', '即办'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(row, { minLength: 1, maxLength: 12, selector: ({ name: own }) => own.trim() }),
        async (given) => {
          const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const text = given.map((one) => [quoted(one.name), one.role, one.limit].join('\t')).join('\n');
          const { rows, problems } = readStepTable(`环节\t岗位\t时限\n${text}`);
          assert.deepEqual(problems, []);
          const files = await packFromTable(minimal, rows, made);
          const errors = (await lintPack(files, districtContext)).filter(
            ({ severity }) => severity === 'error',
          );
          assert.deepEqual(errors, []);
          const [process] = (await readBpmn(files['process.bpmn'] ?? '')).processes;
          const names = [...(process?.nodes.values() ?? [])].map((node) => node.name);
          for (const { name: own } of rows) assert.ok(names.includes(own), own);
        },
      ),
      { numRuns: 15 },
    );
  });

  const bad: Record<string, { table: string; rule: string; line?: number }> = {
    'nothing at all': { table: ' \n\t\n', rule: 'empty' },
    'a line without a name': { table: '\t审批人员\t1个工作日', rule: 'nameMissing', line: 1 },
    'a name of 500 characters': {
      table: `${'长'.repeat(500)}\t审批人员\t1个工作日`,
      rule: 'nameTooLong',
      line: 1,
    },
    'the same name twice': {
      table: '审核\t审批人员\t1个工作日\n审核\t负责人\t1个工作日',
      rule: 'nameTwice',
      line: 2,
    },
    'nobody who does it': { table: '审核\t\t1个工作日', rule: 'roleMissing', line: 1 },
    'a role that nobody has': { table: '审核\t皇帝\t1个工作日', rule: 'roleUnknown', line: 1 },
    'no limit': { table: '环节\t岗位\n审核\t审批人员', rule: 'limitMissing', line: 2 },
    'days of which nobody knows whether they work': {
      table: '审核\t审批人员\t3天',
      rule: 'limitUnclear',
      line: 1,
    },
    'a limit of zero': { table: '审核\t审批人员\t0个工作日', rule: 'limitUnknown', line: 1 },
    'a limit in words': { table: '审核\t审批人员\t尽快', rule: 'limitUnknown', line: 1 },
    'an applicant in the middle': {
      table: '审核\t审批人员\t1个工作日\n补充\t申请人\t',
      rule: 'applicantNotFirst',
      line: 2,
    },
    'nobody but the applicant': { table: '申请\t申请人', rule: 'noDecision' },
    'a kind of field that does not exist': {
      table: '审核\t审批人员\t1个工作日\t照片(全息)',
      rule: 'fieldTypeUnknown',
      line: 1,
    },
    'a choice of one': { table: '审核\t审批人员\t1个工作日\t结论(选择:好)', rule: 'choicesMissing', line: 1 },
    'forty-one steps': {
      table: Array.from({ length: 41 }, (_, at) => `第${at}步\t审批人员\t1个工作日`).join('\n'),
      rule: 'tooManySteps',
    },
  };
  for (const [title, { table: text, rule, line }] of Object.entries(bad))
    it(`says which rule and line: ${title}`, () => {
      const { problems } = readStepTable(text);
      assert.deepEqual(
        problems.map((problem) => [problem.rule, problem.line]),
        [[rule, line]],
      );
      assert.match(problems[0]?.zh ?? '', /\p{Script=Han}/u);
    });

  it('reads commas, headings in any order and without them, English words', () => {
    const expected = [['Review', 'approver', '3 workday']];
    for (const text of [
      'Limit,Name,Role\n3 working days,Review,officer',
      'Review\tapprover\t3 workdays',
      '时限\t环节\t备注\t岗位\n3工作日\tReview\t没有\t承办人',
    ]) {
      const { rows, problems } = readStepTable(text);
      assert.deepEqual(problems, [], text);
      assert.deepEqual(
        rows.map(({ name, role, limit }) => [name, role, limit]),
        expected,
      );
    }
  });
});
