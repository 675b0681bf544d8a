import { z } from 'zod';
import { partySchema, phoneSchema } from '../applicants/schemas.ts';
import { defineRoute } from '../http/route.ts';
import { textSchema } from '../http/schemas.ts';
import { draftSchema } from '../intake/schemas.ts';
import { prepareForCaller } from './prepareForCaller.ts';

const [self, person, company] = partySchema.options;

export const hotlineRoutes = [
  defineRoute({
    method: 'post',
    path: '/hotline/applications',
    access: ['operator', 'clerk'],
    tag: 'hotline',
    summary: 'Write down an application for somebody who calls: a draft in the account of their phone',
    status: 201,
    idempotent: true,
    body: draftSchema.pick({ packCode: true, operation: true, area: true }).extend({
      phone: phoneSchema,
      caller: self.omit({ kind: true }),
      party: z.discriminatedUnion('kind', [person, company]).optional(),
      formData: z.record(z.string(), z.unknown()).default({}),
    }),
    response: z.object({ id: z.string(), itemName: textSchema, applicantName: z.string() }),
    handle: async ({ app, actor, body, requestId }) => {
      const { party, ...rest } = body;
      const { kind, ...named } = party ?? { kind: undefined };
      const draft = await prepareForCaller({
        app,
        actor,
        ...rest,
        ...(kind === undefined ? {} : { party: { kind, person: named as typeof rest.caller } }),
        requestId,
      });
      return { id: draft._id, itemName: draft.itemName, applicantName: draft.applicantMasked };
    },
  }),
];
