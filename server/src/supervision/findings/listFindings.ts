import { trusted } from 'mongoose';
import type { AppContext } from '../../app/appContext.ts';
import type { Actor } from '../../identity/actor.ts';
import { readBackwards } from '../../store/readBackwards.ts';
import type { FindingDocument, FindingStage } from '../model.ts';
import { findingSummary, isLate } from './viewFinding.ts';

const week = 7 * 86_400_000;

export interface FindingQuery {
  rule?: string | undefined;
  department?: string | undefined;
  state?: 'open' | 'closed' | undefined;
  stage?: FindingStage | undefined;
  late?: boolean | undefined;
  caseId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Findings, latest first: all of them for a supervisor, the own department's for others. */
export async function listFindings(input: { app: AppContext; actor: Actor; query: FindingQuery }) {
  const { app, actor, query } = input;
  const department = actor.roles.includes('supervisor') ? query.department : actor.department.id;
  const { limit } = query;
  const found =
    query.caseId === undefined
      ? await inTime(app, query, department)
      : await ofCase(app, query.caseId, department);
  const wanted = found.filter((finding) => matches(app, finding, query)).sort(later);
  const page = wanted.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((finding) => findingSummary(app, finding)),
    nextCursor:
      wanted.length > limit && last !== undefined
        ? Buffer.from(`${last.foundAt.toISOString()}|${last._id}`).toString('base64url')
        : null,
  };
}

async function inTime(app: AppContext, query: FindingQuery, departmentId: string | undefined) {
  const [at = '', id = ''] = Buffer.from(query.cursor ?? '', 'base64url')
    .toString()
    .split('|');
  const start = at === '' ? app.time.now() : new Date(at);
  const scope = {
    tenant: app.tenant,
    ...(query.state === undefined ? {} : { state: query.state }),
    ...(departmentId === undefined ? {} : { departmentId }),
  };
  return readBackwards<FindingDocument>({
    // The end is exclusive, and several may have been found at once.
    before: new Date(start.getTime() + 1),
    firstSpan: week,
    count: query.limit + 1,
    read: async (after, before) => {
      const read = (await app.models.findings
        .find({ ...scope, foundAt: trusted({ $gt: after, $lt: before }) })
        .lean()) as FindingDocument[];
      return read.filter(
        (finding) =>
          matches(app, finding, query) &&
          (at === '' ||
            finding.foundAt < start ||
            (finding.foundAt.getTime() === start.getTime() && finding._id < id)),
      );
    },
    compare: later,
  });
}

async function ofCase(app: AppContext, caseId: string, department: string | undefined) {
  const found = (await app.models.findings.find({ tenant: app.tenant, caseId }).lean()) as FindingDocument[];
  return found.filter(({ departmentId }) => department === undefined || departmentId === department);
}

function matches(
  app: AppContext,
  finding: FindingDocument,
  { rule, state, stage, late }: FindingQuery,
): boolean {
  return (
    (rule === undefined || finding.kind === rule) &&
    (state === undefined || finding.state === state) &&
    (stage === undefined || (finding.stage ?? 'opened') === stage) &&
    (late !== true || isLate(app, finding))
  );
}

function later(one: FindingDocument, other: FindingDocument): number {
  return other.foundAt.getTime() - one.foundAt.getTime() || (other._id < one._id ? -1 : 1);
}
