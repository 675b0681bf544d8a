import { z } from 'zod';
import { field } from '../schema/field.ts';
import { formData } from './dataSchema.ts';
import { localTime } from './localTime.ts';

/** A clock of the case, or that there is none. */
export const clockSchema = z.union([
  z.literal('none'),
  z.strictObject({
    due: localTime('到期日或时刻', 'Day or minute on which it falls due', '2026-11-16').optional(),
    light: field(
      z.enum(['green', 'yellow', 'red', 'paused', 'doneOnTime', 'doneLate']).optional(),
      '此刻的灯',
      'Its light at this moment',
      'green',
    ),
    state: field(
      z.enum(['running', 'paused', 'stopped', 'ended']).optional(),
      '状态：running 计时中，paused 中止，stopped 已完成，ended 不再计时',
      'State: running, paused, stopped by the act it measured, ended',
      'running',
    ),
    limit: field(z.string().max(40).optional(), '时限', 'Limit', '10 workday'),
    startedOn: localTime('起算日或时刻', 'Day or minute from which it counts', '2026-11-02').optional(),
    pauses: field(z.int().min(0).optional(), '中止过几次', 'How often it was paused', 1),
  }),
]);

/** A document that exists: its kind alone, or its number and values as well. */
export const documentSchema = z.union([
  z.string().min(1).max(64),
  z.strictObject({
    kind: field(z.string().min(1).max(64), '文书种类', 'Kind of document', 'grantDecision'),
    number: field(
      z.string().optional(),
      '文号，/…/ 为正则表达式',
      'Number; /…/ is a pattern',
      '/准予〔2026〕\\d+号/',
    ),
    values: formData(
      '文书中的内容，只核对写出的几项，/…/ 为正则表达式',
      'What stands in it; only the fields named are compared, /…/ is a pattern',
      { applicantName: '北京兴旺家常菜餐饮有限公司' },
    ).optional(),
  }),
]);

/** The license that the case issued, or that there is none. */
export const licenseSchema = z.union([
  z.literal('none'),
  z.strictObject({
    type: field(z.string().max(64).optional(), '证照类型', 'Type', 'foodBusinessLicense'),
    number: field(z.string().optional(), '证号，/…/ 为正则表达式', 'Number; /…/ is a pattern', '/^JY\\d+$/'),
    state: field(z.string().max(32).optional(), '状态', 'State', 'issued'),
    version: field(z.int().min(1).optional(), '第几版', 'Version', 2),
    validFrom: localTime('有效期起', 'First day', '2026-11-11').optional(),
    validTo: field(
      z.string().max(16).optional(),
      '有效期止；none 为长期',
      'Last day; `none` is for good',
      '2031-11-10',
    ),
    fields: formData('证照上的内容，只核对写出的几项', 'Fields; only those named are compared', {
      businessKind: '餐饮服务',
    }).optional(),
  }),
]);
