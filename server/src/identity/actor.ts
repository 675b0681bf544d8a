import type { EventActor } from '../audit/model.ts';
import type { Level } from '../organisation/model.ts';
import type { ActingRole } from './model.ts';

/** Who is acting: a signed-in person with roles and data scope. */
export interface Actor {
  id: string;
  username: string;
  name: string;
  tenant: string;
  roles: readonly ActingRole[];
  department: { id: string; name: string; level: Level };
  /** Network address of the request, for the audit. */
  from?: string;
  /** The request in which the person acts on a case (routes with `again`). */
  request?: ActingRequest;
  /** The absent colleague for whom the person acts as deputy. */
  for?: { id: string; name: string };
}

/** Digests of a request's Idempotency-Key (with its person) and of what it asks for. */
export interface ActingRequest {
  key: string;
  hash: string;
}

/** The actor as the audit records it. */
export function asEventActor(actor: Actor): EventActor {
  const from = actor.from === undefined ? {} : { from: actor.from };
  if (actor.roles.includes('partner')) return { kind: 'system', name: actor.name };
  if (actor.roles.includes('applicant')) return { kind: 'applicant', id: actor.id, ...from };
  return {
    kind: 'user',
    id: actor.id,
    name: actor.name,
    departmentId: actor.department.id,
    ...from,
    ...(actor.for === undefined ? {} : { for: actor.for }),
  };
}

/** The actor as cases and submissions record it. */
export function asAuthor(actor: Actor): {
  id: string;
  name: string;
  departmentId: string;
  for?: { id: string; name: string };
} {
  return {
    id: actor.id,
    name: actor.name,
    departmentId: actor.department.id,
    ...(actor.for === undefined ? {} : { for: actor.for }),
  };
}
