import { z } from 'zod';
import { field } from './field.ts';
import { citeSchema } from './limitsSchema.ts';
import { rule } from './schemaMessage.ts';
import { boundFieldSchema, sourceSchema } from './sourceSchema.ts';
import { keySchema, packLimitSchema, packPathSchema, pointerSchema, textSchema } from './text.ts';

const decidedValiditySchema = z.strictObject({
  from: field(
    sourceSchema,
    '决定有效期的表单字段，值为正整数',
    'Field that holds the length of validity, a positive whole number',
    'step.decide:/permittedDays',
  ),
  unit: field(z.enum(['day', 'month', 'year']), '单位', 'Unit', 'day'),
  maximum: field(
    z.int().positive().max(3650).optional(),
    '最多多少；超过时不签发证照',
    'The most that may be decided; no license is issued for more',
    365,
  ),
});

/** The license that a granted case issues (GB/T 36903, GB/T 36904). */
export const licenseSchema = z.strictObject({
  typeCode: field(
    z.string().regex(/^[0-9A-Z]{21}$/, rule('typeCodeFormat')),
    '证照类型代码：定义机构的 18 位代码加 3 位（GB/T 36904）',
    'TYPE segment of the identifier: 18-character code of the defining body and 3 characters (GB/T 36904)',
    '11100000000013338W011',
  ),
  type: field(
    keySchema,
    '证照类型的标识，材料和办理类型用它引用',
    'Key by which materials and operations name this type',
    'foodBusinessLicense',
  ),
  name: field(textSchema, '证照名称', 'Name of the license', {
    'zh-CN': '食品经营许可证',
    en: 'Food business license',
  }),
  template: field(packPathSchema, '证照样式文件', 'File with the layout of the license', 'license.yaml'),
  numberFormat: field(
    z
      .string()
      .regex(/^[^{}]*(\{(division|year|serial:[1-9])\}[^{}]*)*$/, rule('numberFormat'))
      .includes('{serial:', rule('numberFormat')),
    '证照编号格式：{division} 6 位区划，{year} 4 位年份，{serial:N} N 位流水号（按类型、区划和年份连续，没有 {year} 时不分年）；不同办事包的证照不得编出相同的号，一般以字头区分',
    '`{division}` (6 digits), `{year}` (4 digits) and `{serial:N}` (N digits, counted per type, division and year where `{year}` is there, else per type and division); no two packs may give the same number, so tell yours apart by a prefix',
    'JY{division}{year}{serial:6}',
  ),
  numberFrom: field(
    sourceSchema.optional(),
    '编号由其他系统给出时的来源；写了以后不再按 numberFormat 编号',
    'Where the number comes from when another system gives it; `numberFormat` is then not used',
    'external:/number',
  ),
  validity: field(
    z.union([
      z.strictObject({
        value: field(z.int().positive().max(100), '数值', 'Number of units', 5),
        unit: field(z.enum(['day', 'month', 'year']), '单位', 'Unit', 'year'),
      }),
      z.literal('long-term'),
      z.strictObject({
        asDecided: field(decidedValiditySchema, '由决定环节的表单确定', 'As the decision says'),
      }),
    ]),
    '有效期：自签发之日起，到对应日的前一日止；long-term 长期；asDecided 按决定（例如占道天数）',
    'From the day of issue to the day before the corresponding day; `long-term`; or `asDecided` (for example days of road occupation)',
    { value: 5, unit: 'year' },
  ),
  holderFrom: field(
    z.strictObject({
      name: field(sourceSchema, '持证主体名称的来源', 'Name of the holder', 'applicant:/name'),
      code: field(sourceSchema, '持证主体代码的来源', 'Code of the holder', 'applicant:/idNumber'),
      kind: field(
        sourceSchema,
        '持证主体代码类型的来源（GB/T 36903）',
        'Kind of the code (GB/T 36903)',
        'applicant:/idType',
      ),
    }),
    '持证主体',
    'The holder',
  ),
  otherHolders: field(
    z
      .strictObject({
        list: field(
          sourceSchema,
          '共同持证主体的表格字段',
          'Table field with one row a holder',
          'intake:/coHolders',
        ),
        name: field(pointerSchema, '每行中名称的位置', 'Name in each row', '/name'),
        code: field(pointerSchema, '每行中代码的位置', 'Code in each row', '/idNumber'),
        kind: field(pointerSchema, '每行中代码类型的位置', 'Kind of the code in each row', '/idType'),
        maximum: field(z.int().positive().max(100).default(20), '最多多少个', 'The most there may be', 20),
      })
      .optional(),
    '共同持证主体（可以有多个）',
    'Further holders; there may be several',
  ),
  fields: field(
    z.record(keySchema, boundFieldSchema),
    '证照样式上来自办件的字段；编号、日期、机关由系统填写，不用列出',
    'Fields of the template that come from the case; those the product knows itself (number, dates, issuer) are not listed',
    { premisesAddress: 'intake:/premisesAddress' },
  ),
  pictures: field(
    z
      .record(keySchema, sourceSchema)
      .refine((pictures) => Object.keys(pictures).length <= 4, rule('licensePictures'))
      .optional(),
    '印在证照上的签名，取自环节表单的签名字段，最多 4 个；印在什么位置由样式文件的 pictures 规定',
    'Signatures printed on the license, from signature fields of steps, at most 4; where they stand is said under `pictures` of the template',
    { inspector: 'step.inspect:/inspectorSignature' },
  ),
  renewal: field(
    z
      .strictObject({
        latest: field(
          packLimitSchema,
          '最迟应在有效期届满前多久申请延续',
          'To be asked for at least this long before expiry',
          { limit: '60 day', cite: '《排污许可管理条例》第十四条' },
        ),
        earliest: field(
          packLimitSchema.optional(),
          '最早可在届满前多久申请',
          'May be asked for at most this long before expiry',
          '90 day',
        ),
        startsFrom: field(
          z.enum(['decision', 'expiry']).default('decision'),
          '延续后的有效期从哪天起算：decision 签发之日，expiry 原有效期届满次日',
          'The new term starts on the day of issue, or on the day after the old one ends',
          'expiry',
        ),
        cite: field(citeSchema.optional(), '依据条款', 'Article it rests on', '《排污许可管理条例》第十四条'),
      })
      .optional(),
    '延续的申请时间；不写则按时限规则（《行政许可法》第五十条：届满 30 日前）',
    'When renewal is to be asked for; left out: what the rule set says (art. 50: 30 days before expiry)',
  ),
  remindBeforeExpiry: field(
    z.array(packLimitSchema).default([]),
    '到期前多久提醒持证主体，可以多次',
    'How long before expiry the holder is reminded; several times if need be',
    ['90 day', '30 day'],
  ),
});

export type LicenseType = z.infer<typeof licenseSchema>;

/** What `{{…}}` in a license template may name beside `fields.<key>`; days are written 2026年11月23日, `validTo` is empty for 长期. */
export const licensePlaceholders = [
  'identifier',
  'licenseNo',
  'name',
  'holder.name',
  'holder.code',
  'issuer.name',
  'issuer.uscc',
  'issueDay',
  'validFrom',
  'validTo',
] as const;
