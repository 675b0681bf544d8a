import type { ActContext, ActVariables } from './actContext.ts';

/** The request of the unit is not granted; nothing about its clock changes. */
export function declineRequest(context: ActContext): ActVariables {
  const { request, ...rest } = context.file;
  context.file = rest;
  context.change.subject.dispatch = rest;
  context.change.event('requestDeclined', { request: request?.kind ?? '' });
  return {};
}
