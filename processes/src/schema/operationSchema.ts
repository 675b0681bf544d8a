import { z } from 'zod';
import { field } from './field.ts';
import { limitsOverrideSchema } from './limitsSchema.ts';
import { operationKeys } from './operationKeys.ts';
import { prefillSchema } from './sourceSchema.ts';
import { keySchema, packPathSchema, textSchema } from './text.ts';

/** One way of applying for the item. */
export const operationSchema = z.strictObject({
  key: field(
    z.enum(operationKeys),
    'new 新办，amend 变更，renew 延续，reissue 补证，deregister 注销',
    'New, amend, renew, reissue, deregister',
    'new',
  ),
  name: field(textSchema, '名称', 'Name', { 'zh-CN': '新办', en: 'New license' }),
  intakeForm: field(packPathSchema, '申请表', 'Form of the application', 'forms/application-new.json'),
  materials: field(
    z.array(keySchema),
    '需要的材料，按窗口清单的顺序',
    'Keys of `materials` that this operation asks for, in the order of the list at the window',
    ['businessLicense'],
  ),
  licenseAction: field(
    z.enum(['issue', 'amend', 'renew', 'reissue', 'deregister', 'none']),
    '准予后对证照的作用',
    'What a grant does to the license',
    'issue',
  ),
  licenseNumber: field(
    z.enum(['keep', 'new']).default('keep'),
    '换发的证照沿用原编号（版本加一），或者另编新号',
    'A license that replaces another keeps its number (version + 1), or gets a new one',
    'keep',
  ),
  deemedRenewal: field(
    z.boolean().default(false),
    '按时申请而逾期未决定的，视为准予延续（《行政许可法》第五十条）',
    'Asked in time and undecided at expiry: deemed renewed (Administrative License Law art. 50)',
    true,
  ),
  requiresLicense: field(
    z.boolean().default(false),
    '申请须指明现有证照（licenseId）',
    'The application names the license that it is about (`licenseId`)',
    true,
  ),
  prefill: field(
    z.array(prefillSchema).default([]),
    '建立草稿时预填：已有的信息不再询问',
    'Put into the form when the draft is made: no question whose answer is already there',
  ),
  limits: field(limitsOverrideSchema.optional(), '与事项不同的时限', 'Limits that differ from the item’s', {
    promised: '5 workday',
  }),
});
