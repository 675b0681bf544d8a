import type { AppContext } from '../../app/appContext.ts';
import { departmentRef } from '../../cases/viewCase.ts';
import type { Actor } from '../../identity/actor.ts';
import { listLetters } from '../../supervision/letters.ts';
import { collect } from '../facts/collect.ts';
import { mayRead, overseesAll, scopeOf } from '../mayRead.ts';
import type { PerformanceDocument, PerformanceScoreDocument } from '../model.ts';
import { spanOf } from '../period.ts';
import { type SchemeKind, schemeOf } from '../schemes/schemeFile.ts';
import { schemeInForce } from '../schemes/schemeInForce.ts';
import { hashResult } from './hashResult.ts';
import { chosenOf, readRevisions, readScores } from './readRevisions.ts';
import { type ScoreLine, scoreSubjects } from './scoreSubjects.ts';

/**
 * The evaluation of a period as far as the person may see it: the published revision asked for (else the latest), or what
 * the figures say so far where nothing is published. Scores are hundredths. Throws AppError `notFound` (no such revision).
 */
export async function readResult(input: {
  app: AppContext;
  actor: Actor;
  kind: SchemeKind;
  period: string;
  revision?: number | undefined;
}) {
  const { app, actor, kind, period } = input;
  const span = spanOf(period);
  const revisions = await readRevisions(app, kind, period);
  const chosen = chosenOf(revisions, input.revision);
  const { lines, published, setting, version } =
    chosen === undefined ? await soFar(input) : await frozen(app, actor, chosen);
  return {
    kind,
    period,
    from: span.from,
    to: span.to,
    asOf: (chosen?.at ?? app.time.now()).toISOString(),
    schemeVersion: version,
    published,
    revisions: revisions.map((one) => ({
      revision: one.revision,
      at: one.at.toISOString(),
      by: one.by.name,
    })),
    mayPublish: chosen === undefined && overseesAll(actor) && app.time.now() >= span.end,
    indicators: schemeOf(kind).indicators.flatMap(({ id, name }) => {
      const weight = setting.indicators[id]?.weight ?? 0;
      return weight === 0 ? [] : [{ id, name, weight }];
    }),
    items: lines.sort(inOrder).map((line) => viewLine(app, line)),
  };
}

async function frozen(app: AppContext, actor: Actor, performance: PerformanceDocument) {
  const { kind, revision, at, by, hash, setting, schemeVersion } = performance;
  const scores = await readScores(app, performance._id);
  return {
    lines: scores.filter(({ subjectId, departmentId }) =>
      mayRead(app, actor, { kind, subjectId, departmentId }),
    ),
    setting,
    version: schemeVersion,
    published: {
      revision,
      at: at.toISOString(),
      by: by.name,
      hash,
      // Whether scheme and scores are still what was published.
      intact: hashResult(performance, scores) === hash,
      letters: overseesAll(actor) ? await listLetters(app, performance._id) : [],
    },
  };
}

async function soFar(input: { app: AppContext; actor: Actor; kind: SchemeKind; period: string }) {
  const { app, actor, kind, period } = input;
  const span = spanOf(period);
  const { setting, version } = await schemeInForce(app, kind);
  const scope = await scopeOf(app, actor, kind);
  const subjects = scope === null ? [] : await collect(app, kind, span, scope);
  const lines: (ScoreLine & Pick<PerformanceScoreDocument, 'before'>)[] = scoreSubjects({
    kind,
    setting,
    subjects,
    months: span.months,
    ranked: false,
  });
  return { lines, setting, version, published: null };
}

type Line = ScoreLine & Pick<PerformanceScoreDocument, 'before'>;

/** By group, then rank; whoever has none by score behind them. */
function inOrder(one: Line, other: Line): number {
  if (one.group !== other.group) return one.group < other.group ? -1 : 1;
  const rank = (line: Line) => line.rank ?? Number.POSITIVE_INFINITY;
  if (rank(one) !== rank(other)) return rank(one) - rank(other);
  return (other.score ?? -1) - (one.score ?? -1) || (one.subjectId < other.subjectId ? -1 : 1);
}

export function viewLine(app: AppContext, line: Line) {
  const { subjectId, name, departmentId, group, score, base, rank, rankedOf, tied, unranked, before } = line;
  return {
    subjectId,
    name,
    department: departmentRef(app, departmentId),
    group,
    score,
    base,
    rank,
    rankedOf,
    tied,
    unranked: unranked ?? null,
    before: before ?? null,
    points: Object.fromEntries(line.figures.map(({ indicator, points }) => [indicator, points])),
  };
}
