import { defineRoute } from '../http/route.ts';
import type { Actor } from '../identity/actor.ts';
import { dispatchRoles } from '../identity/model.ts';
import type { StreamEvent } from './eventStream.ts';

/** Milliseconds between comments that keep proxies from closing the stream. */
const heartbeat = 25_000;

export const eventRoutes = [
  defineRoute({
    method: 'get',
    path: '/events/stream',
    access: ['clerk', 'approver', 'head', 'supervisor', ...dispatchRoles],
    tag: 'events',
    summary:
      'Server-sent events: ids of changed cases and tasks of the own department; for supervisors also what happened (activity)',
    responseMediaType: 'text/event-stream',
    raw: (app) => (request, response) => {
      const actor = request.user as Actor;
      response.set({
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
      });
      response.flushHeaders();
      response.write(': connected\n\n');
      const supervises = actor.roles.includes('supervisor');
      const end = app.stream.subscribe((event) => {
        if (!concerns(actor, event)) return;
        if (supervises)
          for (const { id, ...activity } of event.activities ?? [])
            response.write(`event: activity\nid: ${id}\ndata: ${JSON.stringify(activity)}\n\n`);
        response.write(
          `event: ${event.type}\ndata: ${JSON.stringify({ caseId: event.caseId, at: event.at.toISOString() })}\n\n`,
        );
      });
      const timer = setInterval(() => response.write(': alive\n\n'), heartbeat);
      request.once('close', () => {
        clearInterval(timer);
        end();
      });
    },
  }),
];

function concerns(actor: Actor, event: StreamEvent): boolean {
  if (event.tenant !== actor.tenant) return false;
  return actor.roles.includes('supervisor') || event.departmentIds.includes(actor.department.id);
}
