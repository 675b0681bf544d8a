import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PackFiles } from '../pack/packFiles.ts';
import { listSeedPacks } from '../pack/readPackFolder.ts';
import type { Change } from './changeSchema.ts';
import { diffPacks } from './diffPacks.ts';

const food = (await listSeedPacks()).find(({ packCode }) => packCode === 'scjg-food')?.files ?? {};

interface Row {
  readonly name: string;
  readonly file: string;
  readonly find: string | RegExp;
  readonly put: string;
  readonly area: Change['area'];
  readonly kind: Change['kind'];
  readonly where: RegExp;
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly matters: boolean;
}

const row = (
  [name, file, find, put]: readonly [string, string, string | RegExp, string],
  [area, kind, where, label]: readonly [Change['area'], Change['kind'], RegExp, string],
  [before, after, matters]: readonly [string | null, string | null, boolean],
): Row => ({ name, file, find, put, area, kind, where, label, before, after, matters });

const rows: readonly Row[] = [
  row(
    ['a promised limit', 'pack.yaml', 'promised: 8 workday', 'promised: 6 workday'],
    ['limits', 'changed', /^时限$/, '承诺时限'],
    ['8个工作日', '6个工作日', true],
  ),
  row(
    [
      'a limit that now cites an article',
      'pack.yaml',
      'promised: 8 workday',
      'promised: {limit: 8 workday, cite: 承诺书}',
    ],
    ['limits', 'added', /^时限$/, '承诺时限 › 依据'],
    [null, '承诺书', true],
  ),
  row(
    ['a limit of a step', 'pack.yaml', 'limit: 2 workday', 'limit: 3 workday'],
    ['limits', 'changed', /环节“材料审查”/, '办理时限'],
    ['2个工作日', '3个工作日', true],
  ),
  row(
    ['a material that may come later', 'pack.yaml', 'keyMaterial: false', 'keyMaterial: true'],
    ['materials', 'changed', /材料“食品安全管理制度”/, '关键材料（不可容缺）'],
    ['否', '是', true],
  ),
  row(
    [
      'a material that an operation asks for',
      'pack.yaml',
      '[businessLicense, legalRepresentativeId, floorPlan',
      '[businessLicense, floorPlan',
    ],
    ['materials', 'changed', /办理类型“新办”/, '所需材料'],
    [
      '营业执照或其他主体资格证明、法定代表人（负责人）身份证明、经营场所平面图、设备设施布局和操作流程图、食品安全管理制度、自动设备的放置地点、许可证展示方法和风险管控方案',
      '营业执照或其他主体资格证明、经营场所平面图、设备设施布局和操作流程图、食品安全管理制度、自动设备的放置地点、许可证展示方法和风险管控方案',
      true,
    ],
  ),
  row(
    [
      'the order of materials',
      'pack.yaml',
      '[businessLicense, legalRepresentativeId, floorPlan',
      '[legalRepresentativeId, businessLicense, floorPlan',
    ],
    ['materials', 'moved', /办理类型“新办”/, '所需材料 › 顺序'],
    [null, null, false],
  ),
  row(
    [
      'the field that a guided question fills',
      'pack.yaml',
      '    field: autoDevices',
      '    field: networkSale',
    ],
    ['materials', 'changed', /引导问题/, '答案写入的字段'],
    ['autoDevices', 'networkSale', true],
  ),
  row(
    ['the name of an outcome', 'pack.yaml', 'zh-CN: 审查通过', 'zh-CN: 通过'],
    ['steps', 'changed', /环节“材料审查” › 办理结果“通过”/, '名称 › 中文'],
    ['审查通过', '通过', false],
  ),
  row(
    ['an outcome', 'pack.yaml', /\n.*key: sample, name.*\n/, '\n'],
    ['steps', 'removed', /环节“现场核查” › 办理结果“需要抽样检验”/, ''],
    ['标识：sample；名称：需要抽样检验；含义：继续', null, true],
  ),
  row(
    ['the text of a document', 'pack.yaml', '决定不予许可。理由', '不予许可。理由'],
    ['texts', 'changed', /文书/, '不予决定书 › 正文 › 中文'],
    [null, null, false],
  ),
  row(
    ['the number of the license', 'pack.yaml', "'JY{", "'JZ{"],
    ['license', 'changed', /^证照$/, '证照编号格式'],
    ['JY{division}{year}{serial:6}', 'JZ{division}{year}{serial:6}', true],
  ),
  row(
    ['the validity of the license', 'pack.yaml', 'validity: {value: 5', 'validity: {value: 3'],
    ['license', 'changed', /^证照$/, '有效期'],
    ['5年', '3年', true],
  ),
  row(
    ['a key that the labels do not know', 'pack.yaml', 'themes: ', 'shapes: {colour: red}\nthemes: '],
    ['manifest', 'added', /^办事包$/, 'shapes'],
    [null, 'colour：red', true],
  ),
  row(
    [
      'a way that leads elsewhere',
      'process.bpmn',
      'sourceRef="review" targetRef="reviewResult"',
      'sourceRef="review" targetRef="decide"',
    ],
    ['process', 'changed', /连线 材料审查 → 审批决定/, '走向'],
    ['[材料审查 → 审查结论？]', '[材料审查 → 审批决定]', true],
  ),
  row(
    ['a condition', 'process.bpmn', "${outcome == 'pass'}", "${outcome != 'reject'}"],
    ['process', 'changed', /连线“通过”/, '条件'],
    ["${outcome == 'pass'}", "${outcome != 'reject'}", true],
  ),
  row(
    ['who does a task', 'process.bpmn', '${tenant}:${window}:clerk', '${tenant}:${department}:clerk'],
    ['process', 'changed', /人工任务“窗口送达”/, '由谁办理'],
    ['${tenant}:${window}:clerk', '${tenant}:${department}:clerk', true],
  ),
  row(
    [
      'a decision table asked',
      'process.bpmn',
      'decisionRef="scjg-food-department"',
      'decisionRef="scjg-food-inspection"',
    ],
    ['process', 'changed', /判定“确定承办部门”/, '判定表'],
    ['scjg-food-department', 'scjg-food-inspection', true],
  ),
  row(
    ['a topic', 'process.bpmn', 'topic="issue-license"', 'topic="notify"'],
    ['process', 'changed', /自动任务“制发食品经营许可证”/, '自动办理的事'],
    ['制发证照', '通知申请人', true],
  ),
  row(
    ['a place in the drawing', 'process.bpmn', '<dc:Bounds x="230" y="200"', '<dc:Bounds x="250" y="200"'],
    ['process', 'moved', /判定“确定承办部门”/, '图中位置'],
    ['左 230，上 200，宽 100，高 80', '左 250，上 200，宽 100，高 80', false],
  ),
  row(
    ['where a name is drawn', 'process.bpmn', '<dc:Bounds x="152" y="265"', '<dc:Bounds x="152" y="275"'],
    ['process', 'moved', /开始“已受理”/, '图中位置'],
    ['名称写在左 152，上 265', '名称写在左 152，上 275', false],
  ),
  row(
    ['a cell of a table', 'routing.dmn', '&lt;= 60', '&lt;= 80'],
    ['decision', 'changed', /决策表“承办部门” › 第 1 行/, '经营面积（平方米）'],
    ['<= 60', '<= 80', true],
  ),
  row(
    ['a row with another id', 'routing.dmn', 'id="scjg-food-department-rule1"', 'id="other"'],
    ['decision', 'changed', /决策表“承办部门” › 第 1 行/, '标识'],
    ['scjg-food-department-rule1', 'other', false],
  ),
  row(
    ['a hit policy', 'routing.dmn', 'hitPolicy="FIRST"', 'hitPolicy="ANY"'],
    ['decision', 'changed', /决策表“承办部门”/, '命中策略'],
    ['第一条（FIRST）', '任一（ANY）', true],
  ),
  row(
    [
      'a field that need not be filled',
      'forms/application-new.json',
      '"required": true',
      '"required": false',
    ],
    ['form', 'changed', /字段“经营者名称”/, '校验 › 必填'],
    ['是', '否', true],
  ),
  row(
    ['a choice', 'forms/application-new.json', '"value": "company"', '"value": "firm"'],
    ['form', 'changed', /字段“经营者类型”/, '选项“公司” › 值'],
    ['company', 'firm', true],
  ),
  row(
    ['a label of a field', 'forms/application-new.json', '"label": "经营者名称"', '"label": "名称"'],
    ['form', 'changed', /字段“名称”/, '名称'],
    ['经营者名称', '名称', false],
  ),
  row(
    ['a label on the license', 'license.yaml', 'label: 经营场所', 'label: 经营地点'],
    ['license', 'changed', /证面字段“经营地点”/, '名称'],
    ['经营场所', '经营地点', true],
  ),
  row(
    ['a colour of the license', 'license.yaml', "accent: '#b8923a'", "accent: '#b8923b'"],
    ['license', 'changed', /边框/, '点缀色'],
    ['#b8923a', '#b8923b', false],
  ),
  row(
    ['how a notice is sent', 'notices/granted.yaml', '[inApp, sms]', '[inApp]'],
    ['notices', 'changed', /通知“您的食品经营许可已准予”/, '发送渠道'],
    ['站内、短信', '站内', true],
  ),
];

describe('one edit', () => {
  for (const { name, file, find, put, area, kind, where, label, before, after, matters } of rows) {
    it(`${name} is one change in plain words`, async () => {
      const { changes } = await diffPacks(food, edit(food, file, find, put));
      assert.equal(changes.length, 1, JSON.stringify(changes.map((change) => change.property)));
      const [change] = changes;
      assert.ok(change);
      assert.deepEqual([change.area, change.kind, change.where.file], [area, kind, file]);
      assert.match(change.where.name['zh-CN'], where);
      assert.equal(change.property.label['zh-CN'], label);
      if (before !== null) assert.equal(change.before?.words['zh-CN'], before);
      if (after !== null) assert.equal(change.after?.words['zh-CN'], after);
      assert.equal(change.matters, matters);
    });
  }
});

function edit(files: PackFiles, file: string, find: string | RegExp, put: string): PackFiles {
  const text = files[file] ?? '';
  const changed = text.replace(find, () => put);
  assert.notEqual(changed, text, `${file} has ${String(find)}`);
  return { ...files, [file]: changed };
}
