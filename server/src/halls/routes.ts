import { z } from 'zod';
import { defineRoute } from '../http/route.ts';
import { daySchema, departmentRef, idParams, listOf, textSchema } from '../http/schemas.ts';
import { managedHall, mayManageHall } from './hallScope.ts';
import { readHalls } from './readHall.ts';
import { saveRoster, viewRoster } from './roster.ts';
import { renewDispenserKey, saveHall } from './saveHall.ts';
import { hallEdit, hallSummary, hallView, rosterView, seatView, shiftSchema } from './schemas.ts';
import { leaveSeat, takeSeat } from './takeSeat.ts';
import { summariseHall, viewHall } from './viewHall.ts';
import { viewSeat } from './viewSeat.ts';

const managers = ['admin', 'hallManager'] as const;
const clerk = ['clerk'] as const;
const dayParams = idParams.extend({ day: daySchema });

export const hallRoutes = [
  defineRoute({
    method: 'get',
    path: '/halls',
    access: managers,
    tag: 'halls',
    summary: 'Halls that this person arranges',
    response: listOf(hallSummary.extend({ counters: z.number() })),
    handle: async ({ app, actor }) => ({
      items: (await readHalls(app))
        .filter((hall) => mayManageHall(app, actor, hall))
        .map((hall) => ({ ...summariseHall(hall), counters: hall.counters.length })),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{id}',
    access: managers,
    tag: 'halls',
    summary: 'A hall with its counters, and what they may be given',
    params: idParams,
    response: hallView.extend({
      items: z.array(z.object({ packCode: z.string(), name: textSchema, department: z.string() })),
      departments: z.array(departmentRef),
    }),
    handle: async ({ app, actor, params }) => {
      const hall = await managedHall(app, actor, params.id);
      const items = await app.models.items.find({ tenant: app.tenant }).lean();
      return {
        ...viewHall(app, hall),
        items: items.map(({ packCode, name, departmentId }) => ({
          packCode,
          name,
          department: departmentId,
        })),
        departments: app.organisation
          .departments()
          .filter(({ level }) => level === 'district')
          .map(({ departmentId, name }) => ({ id: departmentId, name })),
      };
    },
  }),
  defineRoute({
    method: 'put',
    path: '/halls/{id}',
    access: managers,
    tag: 'halls',
    summary: 'Arrange a hall: hours, service groups, counters and what they take, rules (needs If-Match)',
    params: idParams,
    body: hallEdit,
    response: hallView,
    handle: async ({ app, actor, params, body, ifMatch }) =>
      viewHall(app, await saveHall({ app, actor, hallId: params.id, version: ifMatch, edit: body })),
  }),
  defineRoute({
    method: 'post',
    path: '/halls/{id}/dispenser-key',
    access: managers,
    tag: 'halls',
    summary: 'Make the keys of the number dispensers useless and give a new one',
    params: idParams,
    response: hallView,
    handle: async ({ app, actor, params }) =>
      viewHall(app, await renewDispenserKey({ app, actor, hallId: params.id })),
  }),
  defineRoute({
    method: 'get',
    path: '/halls/{id}/rosters/{day}',
    access: managers,
    tag: 'halls',
    summary: 'Who sits at which counter on a day',
    params: dayParams,
    response: rosterView,
    handle: ({ app, actor, params }) => viewRoster({ app, actor, hallId: params.id, day: params.day }),
  }),
  defineRoute({
    method: 'put',
    path: '/halls/{id}/rosters/{day}',
    access: managers,
    tag: 'halls',
    summary: 'Say who sits at which counter on a day (needs If-Match, 0 for the first)',
    params: dayParams,
    body: z.strictObject({ shifts: z.array(shiftSchema).max(400) }),
    response: rosterView,
    handle: ({ app, actor, params, body, ifMatch }) =>
      saveRoster({ app, actor, hallId: params.id, day: params.day, version: ifMatch, shifts: body.shifts }),
  }),
  defineRoute({
    method: 'get',
    path: '/counter',
    access: clerk,
    tag: 'halls',
    summary: 'The own hall, and the counter at which one sits',
    response: seatView,
    handle: ({ app, actor }) => viewSeat({ app, actor }),
  }),
  defineRoute({
    method: 'put',
    path: '/counter',
    access: clerk,
    tag: 'halls',
    summary: 'Sign on to a counter for today',
    body: z.strictObject({ counter: z.string().max(6) }),
    response: seatView,
    handle: async ({ app, actor, body }) => {
      await takeSeat({ app, actor, counter: body.counter });
      return viewSeat({ app, actor });
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/counter',
    access: clerk,
    tag: 'halls',
    summary: 'Sign off from the counter',
    handle: ({ app, actor }) => leaveSeat({ app, actor }),
  }),
];
