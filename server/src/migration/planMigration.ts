import { createHash } from 'node:crypto';
import { isBlocking } from '@onewindow/processes/migration';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { inLanes } from '../app/inLanes.ts';
import type { CaseDocument } from '../cases/model.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { movableStates } from './findObstacles.ts';
import { type CasePlan, planCase } from './planCase.ts';
import { type MigrationWish, type PlannedPair, planPair } from './planPair.ts';
import { requirePackScope } from './requirePackScope.ts';

/** The most cases of one plan: what a person can look through. */
export const mostCases = 200;
/** Cases looked at side by side. */
const lanes = 4;

export interface WholePlan {
  readonly pair: PlannedPair;
  readonly cases: readonly CasePlan[];
  /** Running cases on the old version, chosen or not. */
  readonly total: number;
  /** Whether anything at all may move. */
  readonly possible: boolean;
  /** SHA-256 of everything that the plan says; what is ordered must be what was shown. */
  readonly hash: string;
}

/**
 * The plan of a migration: what it means for the pair of versions, and for each chosen case (by id or number; left out: all
 * that run on the old version, the first 200). Changes nothing.
 * Throws AppError `itemUnknown`, `forbidden` (not the designer's pack), `versionsEqual`, `caseNotOfPack`; EngineError.
 */
export async function planMigration(input: {
  app: AppContext;
  actor: Actor;
  wish: MigrationWish;
  cases?: readonly string[] | undefined;
}): Promise<WholePlan> {
  const { app, actor, wish } = input;
  const { pack } = await app.packs.version(wish.packCode, wish.from);
  requirePackScope(app, actor, pack.department);
  if (wish.from === wish.to) throw new AppError('versionsEqual');
  const pair = await planPair(app, wish);
  const running = await runningOn(app, wish.packCode, wish.from);
  const subjects =
    input.cases === undefined ? await running.first() : await chosen(app, wish.packCode, input.cases);
  const { total } = running;
  const cases = await inLanes(subjects, lanes, (subject) => planCase(app, pair, subject));
  const possible = !pair.findings.some(isBlocking) && cases.some(({ fits }) => fits);
  return { pair, cases, total, possible, hash: hashOf(pair, cases) };
}

/** The cases that are being handled on a version of a pack: how many, and the first of them (at most `mostCases`) by id. */
export async function runningOn(
  app: AppContext,
  packCode: string,
  packVersion: number,
): Promise<{ total: number; first: () => Promise<CaseDocument[]> }> {
  const { tenant } = app;
  const state = trusted({ $in: [...movableStates] });
  const handled = (await app.models.cases
    .find({ tenant, packCode, packVersion, state }, { engine: 1 })
    .lean()) as Pick<CaseDocument, '_id' | 'engine'>[];
  const ids = handled.flatMap(({ _id, engine }) => (engine.state === 'ended' ? [] : [_id])).sort();
  return {
    total: ids.length,
    first: async () =>
      (await app.models.cases
        .find({ _id: trusted({ $in: ids.slice(0, mostCases) }), tenant })
        .sort({ _id: 1 })
        .lean()) as CaseDocument[],
  };
}

async function chosen(app: AppContext, packCode: string, given: readonly string[]): Promise<CaseDocument[]> {
  const names = [...new Set(given)];
  const { tenant } = app;
  const named = trusted({ $in: names });
  const read = await Promise.all(
    [
      { _id: named, tenant },
      { tenant, caseNo: named },
    ].map((filter) => app.models.cases.find(filter).lean()),
  );
  const found = (read.flat() as CaseDocument[])
    .filter((subject) => subject.packCode === packCode && subject.state !== 'draft')
    .sort((one, other) => (one._id < other._id ? -1 : 1));
  const unknown = names.find((name) => found.every(({ _id, caseNo }) => _id !== name && caseNo !== name));
  if (unknown !== undefined) throw new AppError('caseNotOfPack', { params: { case: unknown } });
  return found;
}

function hashOf({ wish, before, after, findings }: PlannedPair, cases: readonly CasePlan[]): string {
  const said = {
    wish: { ...wish, mapping: Object.entries(wish.mapping).sort() },
    contents: [before.hash, after.hash, before.definitionId, after.definitionId],
    findings: findings.map(({ code, element, en }) => [code, element ?? '', en]),
    cases: cases.map(({ subject, digest }) => [subject._id, digest]),
  };
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
