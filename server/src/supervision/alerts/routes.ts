import { z } from 'zod';
import { defineRoute } from '../../http/route.ts';
import { departmentRef, pageOf, pageQuery, textSchema } from '../../http/schemas.ts';
import { readers } from '../actView.ts';
import { alertedRecords } from '../model.ts';
import { acknowledgeAlerts } from './acknowledgeAlerts.ts';
import { alertLights, listAlerts } from './listAlerts.ts';

const alert = z.object({
  id: z.string(),
  text: textSchema,
  step: z.string(),
  caseId: z.string(),
  caseNo: z.string(),
  record: z.object({ kind: z.enum(alertedRecords), id: z.string() }).nullable(),
  department: departmentRef,
  audience: z.array(textSchema),
  dueAt: z.string(),
  at: z.string(),
  acknowledged: z.object({ by: z.string(), department: departmentRef, at: z.string() }).nullable(),
  mayAcknowledge: z.boolean(),
});

/** Alerts 预警: what escalations told whom, and who has taken note. */
export const alertRoutes = [
  defineRoute({
    method: 'get',
    path: '/supervision/alerts',
    access: readers,
    tag: 'supervision',
    summary: 'Messages of escalations, latest first: all for a supervisor, those told to them for others',
    query: pageQuery.extend({
      department: z.string().max(32).optional(),
      light: z.enum(alertLights).optional(),
      state: z.enum(['open', 'acknowledged']).optional(),
      mine: z.stringbool().optional(),
    }),
    response: pageOf(alert),
    handle: ({ app, actor, query }) => listAlerts({ app, actor, query }),
  }),
  defineRoute({
    method: 'post',
    path: '/supervision/alerts/acknowledgement',
    access: readers,
    tag: 'supervision',
    summary: 'Take note of alerts 知悉, for the department; the first who does stands there',
    status: 204,
    body: z.strictObject({ ids: z.array(z.string().max(64)).min(1).max(200) }),
    handle: ({ app, actor, body }) => acknowledgeAlerts({ app, actor, ids: body.ids }),
  }),
];
