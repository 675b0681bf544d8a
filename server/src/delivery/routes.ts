import { z } from 'zod';
import { readIntakeCase } from '../cases/readCase.ts';
import { viewCase } from '../cases/viewCase.ts';
import { defineRoute } from '../http/route.ts';
import { caseView, idParams } from '../http/schemas.ts';
import { deliverOwn, destinations } from '../outbox/deliverNow.ts';
import { deliverStream } from '../outbox/deliverOutbox.ts';
import { sentMethods } from './model.ts';
import { pickUp } from './pickUp.ts';
import { reportDelivery } from './reportDelivery.ts';
import { sendDelivery } from './sendDelivery.ts';
import { wishDelivery } from './wishDelivery.ts';

const window = ['clerk'] as const;
/** Some packs let the department deliver. */
const deliverers = ['clerk', 'approver', 'head'] as const;
const common = { access: deliverers, tag: 'delivery', params: idParams } as const;
const done = z.object({ state: z.string(), engineState: z.string() });

/** 送达: pick-up at the window, by post, electronically. */
export const deliveryRoutes = [
  defineRoute({
    method: 'put',
    path: '/cases/{id}/delivery-wish',
    access: window,
    tag: 'delivery',
    summary: 'How the applicant wants to get the decision, with the consent to electronic delivery',
    params: idParams,
    body: z.strictObject({
      method: z.enum(['window', ...sentMethods]),
      address: z.string().trim().max(200).optional(),
      consent: z.boolean().optional(),
    }),
    response: caseView,
    handle: async ({ app, actor, params, body }) => {
      await readIntakeCase(app, actor, params.id);
      return viewCase(app, actor, await wishDelivery({ app, actor, caseId: params.id, wish: body }));
    },
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/tasks/{id}/pick-up',
    summary: 'Hand the documents over at the window, after the person was checked',
    idempotent: true,
    body: z.strictObject({
      kind: z.enum(['applicant', 'legalRepresentative', 'agent', 'other']),
      name: z.string().trim().min(1).max(50),
      idNumber: z.string().trim().min(1).max(40),
      authorisation: z.string().trim().max(200).optional(),
    }),
    response: done,
    handle: async ({ app, actor, params, body }) => {
      const changed = await pickUp({ app, actor, taskId: params.id, receiver: body });
      const subject = await deliverOwn(app, changed);
      return { state: subject.state, engineState: subject.engine.state };
    },
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/tasks/{id}/deliveries',
    summary: 'Send the documents by post or electronically',
    status: 201,
    idempotent: true,
    body: z.strictObject({
      method: z.enum(sentMethods),
      trackingNo: z.string().trim().min(1).max(40).optional(),
    }),
    response: z.object({ id: z.string(), state: z.string(), trackingNo: z.string().nullable() }),
    handle: async ({ app, actor, params, body }) => {
      const sent = await sendDelivery({ app, actor, taskId: params.id, ...body });
      await deliverStream({ app, destinations, stream: `${sent.caseId}:carriers` }).catch((error: unknown) =>
        app.log.warn({ caseId: sent.caseId, err: error }, 'the carrier is away, the outbox goes on'),
      );
      const now = await app.models.deliveries.findOne({ _id: sent._id, tenant: app.tenant }).lean();
      return { id: sent._id, state: now?.state ?? sent.state, trackingNo: now?.trackingNo ?? null };
    },
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/deliveries/{id}/report',
    summary: "Record the carrier's proof, or that the consignment came back",
    idempotent: true,
    body: z.discriminatedUnion('state', [
      z.strictObject({ state: z.literal('delivered'), at: z.iso.datetime({ offset: true }) }),
      z.strictObject({ state: z.literal('returned'), reason: z.string().trim().min(1).max(200) }),
    ]),
    handle: ({ app, actor, params, body }) =>
      reportDelivery({
        app,
        actor,
        deliveryId: params.id,
        report: body.state === 'delivered' ? { state: 'delivered', at: new Date(body.at) } : body,
      }),
  }),
];
