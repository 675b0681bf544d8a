import { z } from 'zod';
import { field } from './field.ts';
import { operationKeys } from './operationKeys.ts';
import { rule } from './schemaMessage.ts';
import {
  conditionSchema,
  departmentIdSchema,
  keySchema,
  packCodeSchema,
  packLimitSchema,
  packPathSchema,
  pointerSchema,
  stepKeySchema,
  textSchema,
  uniqueBy,
} from './text.ts';

const operationKey = z.enum(operationKeys);

const themeItemSchema = z.strictObject({
  item: field(packCodeSchema, '事项的办事包代码', 'Pack code of the item', 'scjg-food'),
  operation: field(operationKey.default('new'), '按哪种办理类型申请', 'Operation that is applied for', 'new'),
  when: field(
    conditionSchema.optional(),
    '什么情况下包含此事项，只能用 intakeVariables；不写则总是包含',
    'When the item is part of it, over `intakeVariables`; left out: always',
    "hasLicense == 'no'",
  ),
  after: field(
    z.array(packCodeSchema).default([]),
    '等待哪些事项办结后才开始；没有包含的事项不等待，其余并行',
    'Items that must be granted first; one that is not part of it is not waited for, all others run in parallel',
    ['scjg-company-setup'],
  ),
  applicantFrom: field(
    packCodeSchema.optional(),
    '申请人为该事项所发证照的持证主体（例如新设立的公司）；该事项不包含在内时，为一件事的申请人',
    'The applicant is the holder of the license that this item issues (a company just registered); where that item is not part of it, the applicant of the theme',
    'scjg-company-setup',
  ),
  onRefusal: field(
    z.enum(['cancelDependents', 'goOn']).default('cancelDependents'),
    '此事项不予批准时，等待它的事项：终止，或者继续',
    'When it is refused, those that wait for it end or go on',
    'cancelDependents',
  ),
});

const sharedQuestionSchema = z.strictObject({
  key: field(keySchema, '问题的标识', 'Key of the question', 'premisesAddress'),
  name: field(textSchema, '问题', 'The question', { 'zh-CN': '经营场所', en: 'Premises' }),
  field: field(pointerSchema, '一件事表单中的字段', 'Field of the theme’s own form', '/premisesAddress'),
  to: field(
    z
      .array(
        z.strictObject({
          item: field(packCodeSchema, '填入哪个事项', 'Item whose form is filled', 'scjg-food'),
          operation: field(operationKey.default('new'), '该事项的办理类型', 'Operation of that item', 'new'),
          field: field(
            pointerSchema,
            '该事项申请表的字段',
            'Field of its application form',
            '/premisesAddress',
          ),
        }),
      )
      .min(1),
    '填入各事项申请表的哪些字段：只问一次',
    'Fields of the items’ forms that it fills: asked once',
  ),
});

const sharedMaterialSchema = z.strictObject({
  material: field(keySchema, '一件事的材料', 'Material of the theme', 'floorPlan'),
  to: field(
    z
      .array(
        z.strictObject({
          item: field(packCodeSchema, '用于哪个事项', 'Item that it serves', 'scjg-food'),
          material: field(keySchema, '该事项的材料', 'Material of that item', 'floorPlan'),
        }),
      )
      .min(1),
    '用作各事项的哪些材料：只交一次',
    'Materials of the items that it serves as: handed in once',
  ),
});

/** 一件事: several items applied for together. It never lengthens an item's own limit. */
export const themeSchema = z
  .strictObject({
    items: field(
      z
        .array(themeItemSchema)
        .min(2)
        .superRefine(uniqueBy(({ item }) => item, 'item')),
      '包含的事项及其先后关系',
      'Items and what they wait for',
    ),
    sharedQuestions: field(
      z
        .array(sharedQuestionSchema)
        .superRefine(uniqueBy(({ key }) => key))
        .default([]),
      '各事项共用的问题，一张表单只问一次',
      'Questions that items share; the one form asks each once',
    ),
    sharedMaterials: field(
      z
        .array(sharedMaterialSchema)
        .superRefine(uniqueBy(({ material }) => material))
        .default([]),
      '各事项共用的材料',
      'Materials that items share',
    ),
    dependentsNotice: field(
      keySchema.optional(),
      '某事项不予批准、等待它的事项终止时使用的通知',
      'Notice that is sent when items end because one they wait for was refused',
      'dependentsEnded',
    ),
    jointVisit: field(
      z
        .strictObject({
          form: field(
            packPathSchema.optional(),
            '联合踏勘的共同记录，只填一次',
            'Record of the visit that is filled in once for all',
            'forms/joint-visit.json',
          ),
          shared: field(
            z
              .array(
                z.strictObject({
                  field: field(
                    pointerSchema,
                    '共同记录中的字段',
                    'Field of the common record',
                    '/inspectedOn',
                  ),
                  to: field(
                    z
                      .array(
                        z.strictObject({
                          item: field(packCodeSchema, '事项', 'Item', 'scjg-food'),
                          field: field(
                            keySchema,
                            '该事项现场环节表单的字段',
                            'Field of the form of its step on site',
                            'inspectedOn',
                          ),
                        }),
                      )
                      .min(1),
                    '填入各事项现场环节的哪些字段',
                    'Fields of the items’ forms that it fills',
                  ),
                }),
              )
              .default([]),
            '共同记录填入各事项的现场记录，各部门只写自己的结论',
            'What the common record fills into each item’s own; each department adds its result',
          ),
          coordinator: field(departmentIdSchema, '牵头部门', 'Department that arranges it', 'scjg'),
          within: field(
            packLimitSchema,
            '受理后多久内完成',
            'Made within so long of acceptance',
            '3 workday',
          ),
          visits: field(
            z
              .array(
                z.strictObject({
                  item: field(packCodeSchema, '事项', 'Item', 'scjg-food'),
                  step: field(stepKeySchema, '该事项的现场环节', 'Its step on site', 'inspect'),
                }),
              )
              .min(2)
              .superRefine(uniqueBy(({ item }) => item, 'item')),
            '一起到场的事项和环节',
            'Items and steps that are made in one visit',
          ),
        })
        .optional(),
      '联合踏勘：一次到场',
      'Joint visit to the site',
    ),
    receipt: field(
      z.enum(['one', 'perItem']).default('one'),
      '一张收件凭证，或者每个事项一张；证照总是各发各的',
      'One receipt, or one an item; licenses are always separate',
      'one',
    ),
    promisedDate: field(
      z.enum(['latestOfItems', 'perItem']).default('latestOfItems'),
      '承诺日期：各事项中最晚的一个，或分别写明；不延长任何事项自己的时限',
      'The promised date: the latest of the items’ own, or each its own; no item’s limit grows longer',
      'latestOfItems',
    ),
  })
  .superRefine(({ items }, context) => {
    items.forEach(({ item, after }, index) => {
      if (!after.includes(item)) return;
      const path = ['items', index, 'after'];
      context.addIssue({ code: 'custom', path, message: rule('afterItself'), params: { name: item } });
    });
  });

export type Theme = z.infer<typeof themeSchema>;
