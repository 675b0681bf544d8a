import type { AppContext } from '../app/appContext.ts';
import { departmentRef } from '../cases/viewCase.ts';
import type { Actor } from '../identity/actor.ts';
import type { UrgeDocument } from './model.ts';

export function viewUrge(app: AppContext, urge: UrgeDocument) {
  return {
    id: urge._id,
    kind: urge.kind,
    caseId: urge.caseId,
    caseNo: urge.caseNo,
    department: departmentRef(app, urge.departmentId),
    message: urge.message,
    by: urge.by.name,
    at: urge.at.toISOString(),
    replyDueDay: urge.replyDueDay ?? null,
    state: urge.state,
    reply:
      urge.reply === undefined
        ? null
        : { text: urge.reply.text, by: urge.reply.by.name, at: urge.reply.at.toISOString() },
  };
}

/** Reminders and orders, latest first: all of them for a supervisor, the own department's for others. */
export async function listUrges(input: {
  app: AppContext;
  actor: Actor;
  state?: 'open' | 'answered' | undefined;
}) {
  const { app, actor, state } = input;
  const scope = actor.roles.includes('supervisor') ? {} : { departmentId: actor.department.id };
  const urges = (await app.models.urges
    .find({ tenant: app.tenant, ...scope, ...(state === undefined ? {} : { state }) })
    .sort({ at: -1 })
    .limit(200)
    .lean()) as UrgeDocument[];
  return { items: urges.map((urge) => viewUrge(app, urge)) };
}

/** Open and closed findings, latest first. */
export async function listFindings(input: { app: AppContext; actor: Actor; limit: number }) {
  const { app, actor } = input;
  const scope = actor.roles.includes('supervisor') ? {} : { departmentId: actor.department.id };
  const findings = await app.models.findings
    .find({ tenant: app.tenant, ...scope })
    .sort({ foundAt: -1 })
    .limit(input.limit)
    .lean();
  return {
    items: findings.map((finding) => ({
      id: finding._id,
      kind: finding.kind,
      caseId: finding.caseId,
      caseNo: finding.caseNo,
      department: departmentRef(app, finding.departmentId),
      dueAt: finding.dueAt.toISOString(),
      at: finding.foundAt.toISOString(),
      details: finding.details,
      state: finding.state,
    })),
    nextCursor: null,
  };
}
