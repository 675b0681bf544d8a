import { z } from 'zod';
import { field } from '../schema/field.ts';
import { departmentIdSchema, keySchema, packCodeSchema, textSchema } from '../schema/text.ts';
import { actSchema } from './actSchema.ts';
import { formData, providedSchema } from './dataSchema.ts';
import { expectationSchema } from './expectationSchema.ts';
import { localMinute, localTime } from './localTime.ts';

const heldLicenseSchema = z.strictObject({
  type: field(
    z.string().max(64).optional(),
    '证照类型；不写则为本事项的证照',
    'Type; that of the pack when left out',
    'foodBusinessLicense',
  ),
  licenseNo: field(z.string().min(1).max(64), '证号', 'Number', 'JY11011520210000001'),
  validFrom: localTime('有效期起', 'First day', '2021-11-14'),
  validTo: localTime('有效期止', 'Last day', '2026-11-13').optional(),
  fields: formData('证照上的内容', 'What stands on it', { businessKind: '餐饮服务' }).optional(),
});

/** `scenarios/<name>.yaml`: one case from the window to its end, and what is to come of it. */
export const scenarioSchema = z.strictObject({
  schemaVersion: field(z.literal(1), '格式版本', 'Version of the format', 1),
  name: field(textSchema, '场景名称', 'Name of the scenario', {
    'zh-CN': '新开餐馆，抽样检验',
    en: 'New restaurant with sample testing',
  }),
  operation: field(z.string().min(1).max(64), '办理类型', 'Operation', 'new'),
  startAt: localMinute('开始的时刻（上海）', 'When it begins, Shanghai time', '2026-11-02 10:00'),
  window: field(
    departmentIdSchema.optional(),
    '收件的窗口部门；不写则为综合窗口',
    'Department whose window takes it in; the common window when left out',
    'v005901',
  ),
  applicant: formData(
    '申请人（以上报开始的场景没有）：kind（natural 自然人、legal 法人）、name、idType、idNumber、phone、legalRepresentative',
    'The applicant (none where the scenario begins with a report): kind (natural, legal), name, idType, idNumber, phone, legalRepresentative',
    { $given: 'restaurant' },
  ).optional(),
  credit: field(
    z.array(z.enum(['seriouslyDishonest', 'brokenCommitment', 'abnormalOperation'])).optional(),
    '申请人的不良信用记录（告知承诺）',
    'Credit records about the applicant, as they bar the commitment path',
    ['seriouslyDishonest'],
  ),
  agent: formData('经办人：name、idNumber、phone', 'Who acts for the applicant: name, idNumber, phone', {
    name: '李小兰',
    idNumber: '11010519491231002X',
  }).optional(),
  area: field(
    z
      .strictObject({
        town: field(departmentIdSchema.optional(), '街镇', 'Town', 't005'),
        village: field(departmentIdSchema.optional(), '村（社区）', 'Village', 'v005901'),
      })
      .optional(),
    '所属区域',
    'Where it belongs',
    { town: 't005' },
  ),
  licenses: field(
    z.record(keySchema, heldLicenseSchema).optional(),
    '申请人已有的证照，按自定的标识',
    'Licenses that the applicant already holds, by a key of your own',
    { current: { licenseNo: 'JY11011520210000001', validFrom: '2021-11-14', validTo: '2026-11-13' } },
  ),
  license: field(
    keySchema.optional(),
    '本次办理针对的证照（licenses 的标识），如延续',
    'The license that the operation is about (a key of `licenses`), as in a renewal',
    'current',
  ),
  form: formData(
    '申请表；以上报开始的场景（act: report）没有',
    'The application form; none where the scenario begins with a report (act: report)',
    { $given: 'application' },
  ).optional(),
  materials: field(
    z
      .strictObject({
        provide: field(
          providedSchema.default('all'),
          'all 为本情形的全部材料，或列出交来的材料；以证照代替的不必列',
          '`all` that the situation needs, or those that are handed in; without those that a license stands for',
          ['floorPlan', 'safetySystem'],
        ),
        held: field(
          z.record(z.string(), keySchema).default({}),
          '以证照代替的材料：材料 → licenses 的标识',
          'Materials that a license in store stands for: material → key of `licenses`',
          { currentLicense: 'current' },
        ),
      })
      .default({ provide: 'all', held: {} }),
    '材料',
    'Materials',
    { provide: 'all' },
  ),
  steps: field(z.array(actSchema).min(1).max(100), '各步', 'What is done, one after the other', [
    { act: 'receive' },
  ]),
  expect: field(expectationSchema.optional(), '最后应如何', 'What is to be so at the end', {
    state: 'delivered',
  }),
  expectItems: field(
    z.record(packCodeSchema, expectationSchema).optional(),
    '一件事的各事项最后应如何',
    'What is to be so of each item of a theme at the end',
    { 'scjg-food': { state: 'delivered' } },
  ),
});

export type Scenario = z.infer<typeof scenarioSchema>;
