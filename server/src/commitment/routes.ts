import { z } from 'zod';
import { viewCase } from '../cases/viewCase.ts';
import { defineRoute } from '../http/route.ts';
import { caseView, idParams } from '../http/schemas.ts';
import { chooseCommitment, leaveCommitment } from './chooseCommitment.ts';
import { creditRecordKinds } from './model.ts';

const common = { access: ['clerk'] as const, tag: 'intake', response: caseView, params: idParams };

export const commitmentRoutes = [
  defineRoute({
    ...common,
    method: 'put',
    path: '/cases/{id}/commitment',
    summary:
      'The applicant chooses the commitment path 告知承诺 and signs; answers barred where credit records forbid it',
    body: z.strictObject({
      signedBy: z.enum(['applicant', 'legalRepresentative', 'agent']),
      findings: z.array(z.enum(creditRecordKinds)).max(10).optional(),
    }),
    handle: async ({ app, actor, params, body }) =>
      viewCase(app, actor, await chooseCommitment({ app, actor, caseId: params.id, ...body })),
  }),
  defineRoute({
    ...common,
    method: 'delete',
    path: '/cases/{id}/commitment',
    summary: 'Back to the ordinary path, before receipt',
    handle: async ({ app, actor, params }) =>
      viewCase(app, actor, await leaveCommitment({ app, actor, caseId: params.id })),
  }),
];
