import { z } from 'zod';
import type { AppContext } from '../app/appContext.ts';
import { searchItems } from '../catalog/searchItems.ts';
import { AppError } from '../errors/appError.ts';
import { requireDispenser } from '../halls/dispenserKey.ts';
import type { HallDocument } from '../halls/model.ts';
import { isOpenNow } from '../halls/openingTimes.ts';
import { readHall, readHalls } from '../halls/readHall.ts';
import { groupKey, hallSummary } from '../halls/schemas.ts';
import { takesItem } from '../halls/takesItem.ts';
import { summariseHall } from '../halls/viewHall.ts';
import { defineRoute } from '../http/route.ts';
import { daySchema, idParams, listOf, textSchema } from '../http/schemas.ts';
import { appointmentOfToken, bookableDays, listSlots, viewAppointment } from './appointments.ts';
import { bookAppointment, cancelAppointment } from './bookAppointment.ts';
import { checkIn } from './checkIn.ts';
import { viewBoard } from './readQueue.ts';
import { returnTicket } from './returnTicket.ts';
import { appointmentView, boardView, phoneSchema, publicHall, slotView, ticketView } from './schemas.ts';
import { takeTicket } from './takeTicket.ts';
import { ticketOfToken, viewTicket } from './viewTicket.ts';

const common = { access: 'public' as const, tag: 'queue' };
const tokenParams = z.object({ token: z.string().regex(/^[\w-]{20,64}$/) });
const key = z.string().max(100);

function viewPublicHall(app: AppContext, hall: HallDocument) {
  const { days, hours, groups } = hall;
  return {
    ...summariseHall(hall),
    days,
    hours,
    openNow: isOpenNow(app, hall, app.time.now()),
    groups: groups.map(({ key: letter, name, capacity, minutes }) => ({
      key: letter,
      name,
      appointments: capacity > 0,
      minutes,
    })),
    bookableDays: bookableDays(app, hall),
  };
}

/** What dispensers, screens and phones ask: numbers, counters and times, nothing personal. */
export const publicQueueRoutes = [
  defineRoute({
    ...common,
    method: 'get',
    path: '/public/halls',
    summary: 'The halls there are',
    response: listOf(hallSummary),
    handle: async ({ app }) => ({ items: (await readHalls(app)).map(summariseHall) }),
  }),
  defineRoute({
    ...common,
    method: 'get',
    path: '/public/halls/{id}',
    summary: 'A hall: hours, service groups, days that may be booked',
    params: idParams,
    response: publicHall,
    handle: async ({ app, params }) => viewPublicHall(app, await readHall(app, params.id)),
  }),
  defineRoute({
    ...common,
    method: 'get',
    path: '/public/halls/{id}/items',
    summary: 'Items by name, pinyin or code, and the service groups of the hall that take them',
    params: idParams,
    query: z.object({ query: z.string().trim().min(1).max(60) }),
    response: listOf(z.object({ packCode: z.string(), name: textSchema, groups: z.array(z.string()) })),
    handle: async ({ app, params, query }) => {
      const { groups } = await readHall(app, params.id);
      const found = await searchItems({ app, query: query.query, limit: 8 });
      return {
        items: found.map((item) => ({
          packCode: item.packCode,
          name: item.name,
          groups: groups.filter(({ takes }) => takesItem(takes, item)).map((group) => group.key),
        })),
      };
    },
  }),
  defineRoute({
    ...common,
    method: 'get',
    path: '/public/halls/{id}/queue',
    summary: 'Latest calls and who waits, for the screen of the hall',
    params: idParams,
    response: boardView,
    handle: async ({ app, params }) => viewBoard(app, await readHall(app, params.id)),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/public/halls/{id}/tickets',
    summary: 'Take a number at a dispenser of the hall',
    params: idParams,
    status: 201,
    idempotent: true,
    body: z.strictObject({ key, group: groupKey }),
    response: ticketView,
    handle: async ({ app, params, body, requestId = '' }) =>
      viewTicket(app, await takeTicket({ app, hallId: params.id, ...body, requestId })),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/public/halls/{id}/check-ins',
    summary: 'Turn the code of an appointment into a number at a dispenser of the hall',
    params: idParams,
    status: 201,
    idempotent: true,
    body: z.strictObject({ key, code: z.string().regex(/^\d{8}$/) }),
    response: ticketView,
    handle: async ({ app, params, body, requestId = '' }) =>
      viewTicket(app, await checkIn({ app, hallId: params.id, ...body, requestId })),
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/public/halls/{id}/returns',
    summary: 'A skipped number has come back, told at a dispenser of the hall',
    params: idParams,
    body: z.strictObject({ key, number: z.string().min(2).max(12) }),
    response: ticketView,
    handle: async ({ app, params, body }) => {
      const hall = await readHall(app, params.id);
      requireDispenser(app, hall, body.key);
      return viewTicket(app, await returnTicket({ app, hall, number: body.number }));
    },
  }),
  defineRoute({
    ...common,
    method: 'get',
    path: '/public/tickets/{token}',
    summary: 'Where a number stands, for the phone of its holder',
    params: tokenParams,
    response: ticketView,
    handle: async ({ app, params }) => viewTicket(app, await ticketOfToken(app, params.token)),
  }),
  defineRoute({
    ...common,
    method: 'get',
    path: '/public/halls/{id}/slots',
    summary: 'Time slots of a day with the places left',
    params: idParams,
    query: z.object({ group: groupKey, day: daySchema }),
    response: listOf(slotView),
    handle: async ({ app, params, query }) => {
      const hall = await readHall(app, params.id);
      const group = hall.groups.find((entry) => entry.key === query.group);
      if (group === undefined) throw new AppError('groupUnknown');
      return { items: await listSlots(app, hall, group, query.day) };
    },
  }),
  defineRoute({
    ...common,
    method: 'post',
    path: '/public/halls/{id}/appointments',
    summary: 'Book a time slot by phone number; a few an hour from one address',
    params: idParams,
    status: 201,
    idempotent: true,
    body: z.strictObject({
      group: groupKey,
      packCode: z.string().max(64).optional(),
      day: daySchema,
      time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
      phone: phoneSchema,
    }),
    response: appointmentView,
    handle: async ({ app, params, body, from, requestId = '' }) =>
      viewAppointment(app, await bookAppointment({ app, hallId: params.id, ...body, from, requestId })),
  }),
  defineRoute({
    ...common,
    method: 'get',
    path: '/public/appointments/{token}',
    summary: 'An appointment by its random token, without personal data',
    params: tokenParams,
    response: appointmentView,
    handle: async ({ app, params }) => viewAppointment(app, await appointmentOfToken(app, params.token)),
  }),
  defineRoute({
    ...common,
    method: 'delete',
    path: '/public/appointments/{token}',
    summary: 'Give an appointment up',
    params: tokenParams,
    handle: ({ app, params }) => cancelAppointment({ app, token: params.token }),
  }),
  defineRoute({
    ...common,
    method: 'get',
    path: '/public/halls/{id}/stream',
    summary: 'Server-sent events: the queue of the hall has changed',
    params: idParams,
    responseMediaType: 'text/event-stream',
    raw: (app) => (request, response, next) => {
      const hallId = String(request.params['id']);
      readHall(app, hallId).then(() => {
        response.set({
          'Content-Type': 'text/event-stream',
          'Cache-Control': 'no-store',
          'X-Accel-Buffering': 'no',
        });
        response.flushHeaders();
        response.write(': connected\n\n');
        const end = app.queueStream.subscribe(hallId, () => response.write('event: queue\ndata: {}\n\n'));
        const timer = setInterval(() => response.write(': alive\n\n'), 25_000);
        request.once('close', () => {
          clearInterval(timer);
          end();
        });
      }, next);
    },
  }),
];
