import type { Department } from '../DesignerContext.ts';
import type { Json } from './formOutline.ts';

/** Something that can be put into a form; every one of them works at intake: drawn, checked and printed. */
export interface FieldKind {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly area: 'basic' | 'choice' | 'trade' | 'layout' | 'group';
  /** What is inserted; keys are made free in the form by whoever inserts it. */
  readonly components: readonly Json[];
}

const field = (
  type: string,
  key: string,
  zh: string,
  en: string,
  more: Json = {},
  properties: Json = {},
): Json => ({
  type,
  key,
  label: zh,
  input: true,
  ...more,
  properties: { en, ...properties },
});
const required = { validate: { required: true } };
const group = (key: string, zh: string, en: string, components: readonly Json[]): Json => ({
  type: 'panel',
  key,
  title: zh,
  label: zh,
  input: false,
  collapsible: false,
  components,
  properties: { en },
});
const twoOptions = [
  { value: 'yes', label: '是', en: 'Yes' },
  { value: 'no', label: '否', en: 'No' },
];
const text = (key: string, zh: string, en: string, maxLength: number, properties: Json = {}) =>
  field('textfield', key, zh, en, { validate: { required: true, maxLength } }, properties);
const degrees = (key: string, zh: string, en: string, bound: number) =>
  field(
    'number',
    key,
    zh,
    en,
    {
      decimalLimit: 6,
      suffix: '度',
      validate: { required: true, min: -bound, max: bound },
    },
    { 'en.suffix': 'degrees' },
  );

const residentId = text('residentId', '身份证号码', 'Resident ID number', 18, { format: 'residentId' });
const creditCode = text('creditCode', '统一社会信用代码', 'Unified social credit code', 18, {
  format: 'uscc',
});
const phone = text('phone', '联系电话', 'Phone', 20, { format: 'phone' });

const kinds: readonly FieldKind[] = [
  one('text', 'basic', field('textfield', 'text', '文字', 'Text', { validate: { maxLength: 200 } })),
  one(
    'textarea',
    'basic',
    field('textarea', 'longText', '多行文字', 'Long text', { rows: 4, validate: { maxLength: 2000 } }),
  ),
  one('number', 'basic', field('number', 'number', '数字', 'Number')),
  one(
    'money',
    'basic',
    field(
      'number',
      'amount',
      '金额',
      'Amount of money',
      {
        decimalLimit: 2,
        suffix: '元',
        validate: { min: 0 },
      },
      { 'en.suffix': 'yuan' },
    ),
  ),
  one('date', 'basic', field('date', 'date', '日期', 'Date')),
  one(
    'workday',
    'trade',
    field(
      'date',
      'plannedDay',
      '日期（几个工作日之后）',
      'Date (working days ahead)',
      {},
      { workdaysAhead: '5' },
    ),
  ),
  one(
    'license',
    'trade',
    text('licenseNo', '证照编号', 'License number', 60, { format: 'license' }),
    '名下的证照',
    'License of the applicant',
  ),
  one(
    'signature',
    'trade',
    field(
      'file',
      'signature',
      '签名',
      'Signature',
      { storage: 'case', image: true, filePattern: '.png', fileMaxSize: '2MB', ...required },
      {
        signature: 'true',
        statement: '本人已阅读以上内容，确认属实。',
        'en.statement': 'I have read the above and confirm that it is true.',
      },
    ),
  ),
  one('month', 'basic', field('textfield', 'month', '年月', 'Month', {}, { format: 'month' })),
  one(
    'dateTime',
    'basic',
    field('textfield', 'time', '日期和时间', 'Date and time', {}, { format: 'dateTime' }),
  ),
  one('email', 'basic', field('email', 'email', '电子邮箱', 'E-mail')),
  one('radio', 'choice', field('radio', 'choice', '单选', 'One choice', { values: twoOptions })),
  one(
    'select',
    'choice',
    field('select', 'list', '下拉选择', 'Choice from a list', {
      dataSrc: 'values',
      data: { values: twoOptions },
      widget: 'html5',
    }),
  ),
  one(
    'selectboxes',
    'choice',
    field('selectboxes', 'choices', '多选', 'Several choices', {
      values: [
        { value: 'first', label: '选项一', en: 'First' },
        { value: 'second', label: '选项二', en: 'Second' },
      ],
    }),
  ),
  one('checkbox', 'choice', field('checkbox', 'confirmed', '勾选确认', 'Tick to confirm')),
  one('residentId', 'trade', residentId),
  one('creditCode', 'trade', creditCode),
  one('phone', 'trade', phone),
  one(
    'file',
    'trade',
    field('file', 'file', '文件', 'File', {
      storage: 'case',
      filePattern: '.pdf,.jpg,.png',
      fileMaxSize: '10MB',
      multiple: true,
    }),
  ),
  one(
    'photo',
    'trade',
    field('file', 'photo', '照片', 'Photo', {
      storage: 'case',
      image: true,
      filePattern: '.jpg,.png',
      fileMaxSize: '10MB',
    }),
  ),
  one('panel', 'layout', group('section', '小节', 'Section', [])),
  one(
    'datagrid',
    'layout',
    field(
      'datagrid',
      'rows',
      '表格（可加行）',
      'Table (rows can be added)',
      {
        addAnother: '添加一行',
        validate: { maxLength: 50 },
        components: [
          field('textfield', 'rowName', '名称', 'Name', { validate: { required: true, maxLength: 200 } }),
          field('number', 'rowCount', '数量', 'Quantity'),
        ],
      },
      { 'en.addAnother': 'Add a row' },
    ),
  ),
  one(
    'content',
    'layout',
    {
      type: 'content',
      key: 'note',
      html: '<p>请在这里写说明。</p>',
      input: false,
      properties: { 'en.content': '<p>Write the note here.</p>' },
    },
    '说明文字',
    'Text to read',
  ),
  one(
    'person',
    'group',
    group('person', '自然人', 'Person', [
      text('personName', '姓名', 'Name', 50),
      { ...residentId, key: 'personId' },
      { ...phone, key: 'personPhone' },
    ]),
  ),
  one(
    'legalPerson',
    'group',
    group('legalPerson', '法人或者其他组织', 'Organisation', [
      text('organisationName', '单位名称', 'Name of the organisation', 200),
      { ...creditCode, key: 'organisationCode' },
      text('representativeName', '法定代表人（负责人）', 'Legal representative', 50),
      {
        ...residentId,
        key: 'representativeId',
        label: '法定代表人（负责人）身份证号码',
        properties: { en: 'Resident ID number of the representative', format: 'residentId' },
      },
      { ...phone, key: 'organisationPhone' },
    ]),
  ),
  one(
    'agent',
    'group',
    group('agent', '委托代理人', 'Agent', [
      text('agentName', '代理人姓名', 'Name of the agent', 50),
      {
        ...residentId,
        key: 'agentId',
        label: '代理人身份证号码',
        properties: { en: 'Resident ID number of the agent', format: 'residentId' },
      },
      { ...phone, key: 'agentPhone' },
    ]),
  ),
  one(
    'mapPoint',
    'group',
    group('place', '位置（经纬度）', 'Place (longitude and latitude)', [
      degrees('longitude', '经度', 'Longitude', 180),
      degrees('latitude', '纬度', 'Latitude', 90),
    ]),
  ),
  one(
    'account',
    'group',
    group('account', '收款账户', 'Bank account', [
      text('accountHolder', '户名', 'Account holder', 100),
      text('accountBank', '开户银行', 'Bank', 100),
      field(
        'textfield',
        'accountNumber',
        '账号',
        'Account number',
        {
          validate: {
            required: true,
            minLength: 8,
            maxLength: 30,
            pattern: '[0-9]+',
            customMessage: '账号只填数字',
          },
        },
        { 'en.customMessage': 'Digits only' },
      ),
    ]),
  ),
  one(
    'declaration',
    'group',
    group('declaration', '申请人声明', 'Declaration', [
      field(
        'checkbox',
        'declared',
        '本人承诺所填内容和提交的材料真实、有效',
        'What is filled in and handed in is true and valid',
        required,
      ),
    ]),
  ),
];

/** What can be put into a form; addresses and divisions where the installation tells its towns. */
export function listKinds(departments: readonly Department[]): FieldKind[] {
  const towns = departments.filter(({ level, division }) => level === 'town' && division !== undefined);
  const division = field('select', 'town', '所在街镇', 'Town', {
    dataSrc: 'values',
    data: { values: towns.map(({ name, division: code }) => ({ value: code, label: name, en: name })) },
    widget: 'html5',
    ...required,
  });
  const address = group('address', '地址', 'Address', [
    { ...division, key: 'addressTown' },
    text('addressDetail', '详细地址', 'Street and number', 200),
  ]);
  const known =
    towns.length === 0 ? [] : [one('division', 'trade', division), one('address', 'group', address)];
  return [...kinds, ...known];
}

function one(key: string, area: FieldKind['area'], component: Json, zh?: string, en?: string): FieldKind {
  const english = (component['properties'] as Json)['en'];
  return {
    key,
    zh: zh ?? String(component['label']),
    en: en ?? String(english),
    area,
    components: [component],
  };
}
