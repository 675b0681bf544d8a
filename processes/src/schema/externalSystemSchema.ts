import { z } from 'zod';
import { field } from './field.ts';
import { rule } from './schemaMessage.ts';
import { sourceSchema } from './sourceSchema.ts';
import { packLimitSchema, textSchema } from './text.ts';

const externalStates = [
  'received',
  'supplementing',
  'accepted',
  'notAccepted',
  'granted',
  'refused',
  'delivered',
  'withdrawn',
  'closed',
] as const;

const anchored = (pattern: string): boolean => {
  if (!pattern.startsWith('^') || !pattern.endsWith('$')) return false;
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
};

/** The system in which an item is handled that is not handled here. */
export const externalSystemSchema = z.strictObject({
  name: field(textSchema, '系统名称', 'Name of the system', {
    'zh-CN': '全国排污许可证管理信息平台',
    en: 'National discharge permit platform',
  }),
  url: field(
    z
      .string()
      .regex(/^https:\/\/[^\s]+$/, rule('urlFormat'))
      .optional(),
    '办理入口',
    'Where it is handled',
    'https://permit.example.cn',
  ),
  numberPattern: field(
    z.string().max(200).refine(anchored, rule('externalNumberFormat')).optional(),
    '外部编号的格式（正则表达式，^ 开头 $ 结尾）',
    'Pattern of the number that the system gives (regular expression, anchored)',
    '^[0-9A-Z]{22}$',
  ),
  enteredBy: field(
    z.enum(['clerk', 'approver', 'applicant', 'interface']),
    '由谁录入外部编号和状态：窗口、审批人员、申请人、接口',
    'Who enters number and status: clerk, approver, applicant, or an interface',
    'interface',
  ),
  statusMapping: field(
    z
      .array(
        z.strictObject({
          external: field(z.string().min(1), '外部系统的状态', 'Status over there', '审核通过'),
          state: field(z.enum(externalStates), '对应本系统的状态', 'State here', 'granted'),
        }),
      )
      .default([]),
    '状态对照',
    'Mapping of status',
  ),
  prefill: field(
    z
      .array(
        z.strictObject({
          to: field(z.string().min(1), '外部表单字段', 'Field over there', 'entName'),
          from: field(sourceSchema, '取值来源', 'Where the value comes from', 'applicant:/name'),
        }),
      )
      .default([]),
    '带到外部系统、不需要再次填写的字段',
    'Fields taken along, so that nothing is keyed twice',
  ),
  refreshEvery: field(
    packLimitSchema.optional(),
    '多久查询一次状态',
    'How often the status is asked for',
    '4 hour',
  ),
});
