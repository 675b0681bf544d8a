import { z } from 'zod';
import { field } from '../schema/field.ts';
import { departmentIdSchema, keySchema } from '../schema/text.ts';
import { act } from './actShape.ts';
import { formData } from './dataSchema.ts';

const degrees = (limit: number, zh: string, en: string, example: number) =>
  field(z.number().min(-limit).max(limit), zh, en, example);

const placeSchema = z.strictObject({
  town: field(departmentIdSchema, '街镇', 'Town', 't005'),
  village: field(departmentIdSchema.optional(), '村（社区）', 'Village', 'v005901'),
  text: field(z.string().min(2).max(200), '地点描述', 'The place in words', '清源路口北侧'),
  position: field(
    z
      .strictObject({
        longitude: degrees(180, '经度（WGS 84）', 'Longitude (WGS 84)', 116.3381),
        latitude: degrees(90, '纬度（WGS 84）', 'Latitude (WGS 84)', 39.7271),
      })
      .optional(),
    '坐标',
    'Position',
    { longitude: 116.3381, latitude: 39.7271 },
  ),
});

/** How a case file of a dispatch begins, and what is reported about it later. */
export const reportActs = [
  act(
    'report',
    '上报（kind: dispatch 的事项由此开始，没有申请人和申请表）；第一次上报建立案卷，以后的上报应写 duplicate',
    'A report: what a pack of kind dispatch begins with, without applicant and application form. The first makes the case file; later ones say what about `duplicate`',
    {
      source: field(
        keySchema,
        '信息来源（dispatch.sources）',
        'Source of the report, a key of dispatch.sources',
        'hotline',
      ),
      place: field(placeSchema, '地点', 'Place', { town: 't005', village: 'v005901', text: '清源路口北侧' }),
      form: formData('上报表单', 'The form of the report', { $given: 'report' }),
      photos: field(
        z.array(z.string().min(1).max(100)).max(20).default([]),
        '照片（文件名，上传真实的小文件）',
        'Photographs, by file name: small real files are uploaded',
        ['现场.jpg'],
      ),
      reporter: field(
        z
          .strictObject({
            name: field(z.string().max(100).optional(), '姓名', 'Name', '刘市民'),
            phone: field(z.string().max(30).optional(), '电话', 'Phone', '13800001234'),
          })
          .optional(),
        '反映人',
        'Who reported it',
        { name: '刘市民', phone: '13800001234' },
      ),
      duplicate: field(
        z
          .union([
            z.literal('merge'),
            z.strictObject({
              reason: field(
                z.string().min(2).max(500),
                '另建案卷的理由',
                'Why a case file of its own',
                '是另一处垃圾',
              ),
            }),
          ])
          .optional(),
        'merge 并入本场景的案卷；reason 另建案卷，场景仍跟随原案卷',
        '`merge`: into the case file of the scenario; `reason`: a case file of its own, while the scenario stays with the first',
        'merge',
      ),
    },
  ),
] as const;
