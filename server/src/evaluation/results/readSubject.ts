import type { AppContext } from '../../app/appContext.ts';
import { departmentRef } from '../../cases/viewCase.ts';
import { AppError } from '../../errors/appError.ts';
import type { Actor } from '../../identity/actor.ts';
import { appealsAgainst, viewAppealLine } from '../appeals/listAppeals.ts';
import { collect } from '../facts/collect.ts';
import { personOf } from '../facts/subject.ts';
import { mayAppeal, mayRead, scopeOf } from '../mayRead.ts';
import type { Adjustment, PerformanceDocument, PerformanceScoreDocument } from '../model.ts';
import { spanOf } from '../period.ts';
import { type SchemeKind, schemeFile, schemeOf } from '../schemes/schemeFile.ts';
import { type SchemeSetting, schemeInForce } from '../schemes/schemeInForce.ts';
import { explainFigure, explainTotal } from '../scoring/explainScore.ts';
import type { FactSet } from '../scoring/facts.ts';
import { dueDayOf } from './dueDayOf.ts';
import { readFrozenFacts } from './frozenFacts.ts';
import { chosenOf, readRevisions } from './readRevisions.ts';
import { type ScoreLine, scoreSubjects } from './scoreSubjects.ts';

export interface SubjectAsked {
  app: AppContext;
  actor: Actor;
  kind: SchemeKind;
  period: string;
  subjectId: string;
  revision?: number | undefined;
}

/** The score of one subject with what it rests on, frozen or so far. Facts are as counted first, before any appeal. */
export interface FoundSubject {
  performance: PerformanceDocument | undefined;
  scoreId: string | null;
  line: ScoreLine & Pick<PerformanceScoreDocument, 'before'>;
  facts: FactSet;
  setting: SchemeSetting;
  version: string;
  adjustments: Adjustment[];
}

/** Throws AppError `notFound` (none, or not the person's to see). */
export async function findSubject(asked: SubjectAsked): Promise<FoundSubject> {
  const { app, actor, kind, period, subjectId } = asked;
  const span = spanOf(period);
  const performance = chosenOf(await readRevisions(app, kind, period), asked.revision);
  if (performance !== undefined) return readFrozen(asked, performance);
  const scope = await scopeOf(app, actor, kind);
  if (scope === null) throw new AppError('notFound');
  const { setting, version } = await schemeInForce(app, kind);
  const narrow =
    kind === 'department' ? await narrowed(scope, subjectId) : { ...scope, personId: personOf(subjectId) };
  const subject = (await collect(app, kind, span, narrow)).find((one) => one.subjectId === subjectId);
  if (subject === undefined || !mayRead(app, actor, { kind, ...subject })) throw new AppError('notFound');
  const [line] = scoreSubjects({ kind, setting, subjects: [subject], months: span.months, ranked: false });
  if (line === undefined) throw new AppError('notFound');
  return {
    performance: undefined,
    scoreId: null,
    line,
    facts: subject.facts,
    setting,
    version,
    adjustments: [],
  };
}

async function narrowed({ departmentIds }: { departmentIds?: readonly string[] }, id: string) {
  if (departmentIds !== undefined && !departmentIds.includes(id)) throw new AppError('notFound');
  return { departmentIds: [id] };
}

async function readFrozen(
  { app, actor, kind, subjectId }: SubjectAsked,
  performance: PerformanceDocument,
): Promise<FoundSubject> {
  const { tenant, models } = app;
  const line = (await models.performanceScores
    .findOne({ tenant, performanceId: performance._id, subjectId })
    .lean()) as PerformanceScoreDocument | null;
  if (line === null || !mayRead(app, actor, { kind, subjectId, departmentId: line.departmentId }))
    throw new AppError('notFound');
  return {
    performance,
    scoreId: line._id,
    line,
    facts: await readFrozenFacts(app, performance.factsOf, subjectId),
    setting: performance.setting,
    version: performance.schemeVersion,
    adjustments: performance.adjustments.filter((one) => one.subjectId === subjectId),
  };
}

/** A score explained: each figure with its arithmetic, the total, the rank, the appeals. */
export async function readSubject(asked: SubjectAsked) {
  const { app, actor, kind, period, subjectId } = asked;
  const found = await findSubject(asked);
  const { line, facts, setting, version, adjustments, performance, scoreId } = found;
  const span = spanOf(period);
  const appealUntil =
    performance === undefined ? null : await dueDayOf(app, schemeFile.appealWithin, performance, asked);
  const own = mayAppeal(actor, { kind, subjectId, departmentId: line.departmentId });
  const appeals = await appealsAgainst(app, { kind, period, subjectId });
  return {
    kind,
    period,
    from: span.from,
    to: span.to,
    asOf: (performance?.at ?? app.time.now()).toISOString(),
    revision: performance?.revision ?? null,
    schemeVersion: version,
    scoreId,
    subject: { id: subjectId, name: line.name, department: departmentRef(app, line.departmentId) },
    score: line.score,
    rank: line.rank,
    rankedOf: line.rankedOf,
    before: line.before ?? null,
    total: explainTotal(kind, line, setting.minimum),
    figures: line.figures.map((figure) => {
      const indicator = schemeOf(kind).indicators.find(({ id }) => id === figure.indicator);
      if (indicator === undefined) throw new Error(`no indicator ${figure.indicator}`);
      const changed = adjustments
        .filter((one) => one.indicator === indicator.id)
        .map(({ effect, key }) => ({ effect, no: numberOf(facts, indicator.id, key) }));
      return {
        indicator: indicator.id,
        name: indicator.name,
        counts: indicator.counts,
        measure: indicator.measure,
        weight: figure.weight,
        value: figure.value,
        points: figure.points,
        facts: facts[indicator.id]?.length ?? 0,
        lines: explainFigure(indicator, figure, changed),
      };
    }),
    appealUntil: appealUntil?.day ?? null,
    mayAppeal: own && appealUntil !== null && !appealUntil.past,
    appeals: appeals.map((appeal) => viewAppealLine(app, appeal)),
  };
}

function numberOf(facts: FactSet, indicator: string, key: string): string {
  return facts[indicator]?.find((fact) => fact.key === key)?.no ?? key;
}
