import { z } from 'zod';
import { field } from '../schema/field.ts';
import { act } from './actShape.ts';
import { formData } from './dataSchema.ts';
import { localMinute } from './localTime.ts';

/** What is done for a theme as a whole, by the department that coordinates the joint visit. */
export const themeActs = [
  act('arrangeVisit', '牵头部门安排联合踏勘', 'The coordinating department arranges the joint visit', {
    visitAt: localMinute('约定的时刻（上海）', 'The appointment, Shanghai time', '2026-11-04 14:00'),
    place: field(z.string().min(1).max(200), '地点', 'Place', '兴华大街一段12号'),
    note: field(z.string().max(500).optional(), '说明', 'Note', '请负责人在场'),
  }),
  act(
    'recordVisit',
    '牵头部门填写联合踏勘的共同记录',
    'The coordinating department fills the common record of the joint visit in',
    {
      form: formData('共同记录', 'The common record', { $given: 'jointVisit' }),
    },
  ),
] as const;
