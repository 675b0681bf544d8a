import { trusted } from 'mongoose';
import type { AppContext } from '../../app/appContext.ts';
import type { CaseDocument } from '../../cases/model.ts';
import type { ClockDocument } from '../../clocks/model.ts';
import { promisedWorkdays } from '../../clocks/promisedWorkdays.ts';
import type { EvaluationDocument } from '../../dispatch/model.ts';
import type { SatisfactionDocument } from '../../satisfaction/model.ts';
import type { CardDocument, FindingDocument, UrgeDocument } from '../../supervision/model.ts';
import type { Span } from '../period.ts';

/** An answer to an order that was due in the span. */
export interface OrderDue {
  urge: UrgeDocument;
  clockId: string;
  dueAt: Date;
  inTime: boolean;
}

export type DecidedCase = Pick<CaseDocument, '_id' | 'caseNo' | 'departmentId' | 'supplement'> & {
  decision: NonNullable<CaseDocument['decision']>;
  /** Working days promised, lawful extensions included; absent where the limit is in another unit. */
  promised?: number;
};

/** Who did an act, and for which department at that time. */
export interface ActingOfficer {
  id: string;
  departmentId: string;
}

/** What the indicators of departments and officers are counted from, all of one department. */
export interface Sources {
  decided: DecidedCase[];
  /** Closed in the span as valid. */
  findings: FindingDocument[];
  cards: CardDocument[];
  orders: OrderDue[];
  /** Received in the span, with whoever decided the case. */
  ratings: { rating: SatisfactionDocument; decidedBy: string | undefined }[];
  /** Given in the span or in the quarter before: bad ones are answered later. */
  earlierRatings: SatisfactionDocument[];
}

/** Ids in one `$in`. */
const batch = 200;
const quarter = 92 * 86_400_000;
/** Orders are answered within a year of their issue, or long late. */
const year = 366 * 86_400_000;

/** Reads a department's cases, records and ratings of a span; every query is a range of an index. */
export async function readSources(app: AppContext, span: Span, departmentId: string): Promise<Sources> {
  const own = { tenant: app.tenant, departmentId };
  const within = trusted({ $gte: span.start, $lt: span.end });
  const { models } = app;
  const [decided, closed, cards, orders, earlier] = await Promise.all([
    models.cases
      .find({ ...own, 'decision.at': within }, { caseNo: 1, departmentId: 1, supplement: 1, decision: 1 })
      .lean() as unknown as Promise<DecidedCase[]>,
    models.findings.find({ ...own, closedAt: within }).lean() as Promise<FindingDocument[]>,
    models.cards.find({ ...own, at: within }).lean() as Promise<CardDocument[]>,
    readOrders(app, span, departmentId),
    models.satisfactions
      .find({ ...own, at: trusted({ $gte: new Date(span.start.getTime() - quarter), $lt: span.end }) })
      .lean() as Promise<SatisfactionDocument[]>,
  ]);
  await tellPromised(app, decided);
  const received = earlier.filter(({ at }) => at >= span.start);
  const deciders = await readDeciders(app, received);
  return {
    decided,
    findings: closed.filter(isValid),
    cards: cards.filter(({ stage }) => stage !== 'revoked'),
    orders,
    ratings: received.map((rating) => ({ rating, decidedBy: deciders.get(rating.caseId) })),
    earlierRatings: earlier,
  };
}

/**
 * Working days promised for each case: kept with its decision; of earlier ones those of its promised clock, else of the
 * statutory one.
 */
async function tellPromised(app: AppContext, decided: readonly DecidedCase[]): Promise<void> {
  const cases = decided.filter(({ decision }) => decision.promised === undefined);
  for (const subject of decided)
    if (typeof subject.decision.promised === 'number') subject.promised = subject.decision.promised;
  const clocks = await inBatches(cases, async (ids) =>
    app.models.clocks
      .find(
        { tenant: app.tenant, caseId: trusted({ $in: ids }) },
        { caseId: 1, kind: 1, limit: 1, extensions: 1 },
      )
      .lean(),
  );
  const of = new Map<string, Map<string, ClockDocument>>();
  for (const clock of clocks as ClockDocument[]) {
    const known = of.get(clock.caseId) ?? new Map<string, ClockDocument>();
    of.set(clock.caseId, known.set(clock.kind, clock));
  }
  for (const subject of cases) {
    const known = of.get(subject._id);
    const clock = known?.get('promised') ?? known?.get('statutory');
    const days = clock === undefined ? undefined : promisedWorkdays(clock);
    if (days !== undefined) subject.promised = days;
  }
}

/** Answers due in the span: each clock that an order had is one, so also the new one after an answer was sent back. */
async function readOrders(app: AppContext, span: Span, departmentId: string): Promise<OrderDue[]> {
  const { tenant, models } = app;
  const at = trusted({ $gte: new Date(span.start.getTime() - year), $lt: span.end });
  const urges = (await models.urges.find({ tenant, departmentId, at }).lean()) as UrgeDocument[];
  const clocks = (await inBatches(urges, async (ids) =>
    models.clocks.find({ tenant, caseId: trusted({ $in: ids }) }).lean(),
  )) as ClockDocument[];
  const now = app.time.now();
  const of = new Map(urges.map((urge) => [urge._id, urge]));
  return clocks.flatMap(({ _id, caseId, kind, dueAt, state, stoppedAt }) => {
    const urge = of.get(caseId);
    const due = dueAt >= span.start && dueAt < span.end;
    if (urge === undefined || kind !== 'supervision' || !due) return [];
    const stopped = state === 'stopped' && stoppedAt !== undefined;
    if (!stopped && dueAt >= now) return [];
    return [{ urge, clockId: _id, dueAt, inTime: stopped && stoppedAt <= dueAt }];
  });
}

/**
 * Findings of all departments that were closed in the span as valid, with the officers on whose acts each rests: a window that
 * acts in the case of another department answers for what it did. Findings of a clock rest on no act.
 */
export async function readFindings(
  app: AppContext,
  span: Span,
): Promise<{ finding: FindingDocument; officers: ActingOfficer[] }[]> {
  const { tenant, models } = app;
  const closedAt = trusted({ $gte: span.start, $lt: span.end });
  const found = (await models.findings.find({ tenant, closedAt }).lean()) as FindingDocument[];
  const told: { finding: FindingDocument; officers: ActingOfficer[] }[] = [];
  for (const finding of found.filter(isValid)) {
    const { caseId, rests = [] } = finding;
    if (caseId === '' || rests.length === 0) continue;
    const events = await models.events.find({ tenant, caseId, seq: trusted({ $in: rests }) }).lean();
    const officers = events.flatMap(({ actor }) =>
      actor.kind === 'user' ? [{ id: actor.id, departmentId: actor.departmentId }] : [],
    );
    told.push({ finding, officers });
  }
  return told;
}

function isValid({ state, result }: FindingDocument): boolean {
  return state === 'closed' && result === 'valid';
}

async function readDeciders(
  app: AppContext,
  ratings: readonly SatisfactionDocument[],
): Promise<Map<string, string>> {
  const found = await inBatches(
    ratings.map(({ caseId }) => ({ _id: caseId })),
    async (ids) => app.models.cases.find({ _id: trusted({ $in: ids }) }, { decision: 1 }).lean(),
  );
  return new Map(
    (found as CaseDocument[]).flatMap(({ _id, decision }) =>
      decision == null ? [] : [[_id, decision.by.id] as const],
    ),
  );
}

/** Case files of a dispatch that ended in the span. */
export async function readFiles(app: AppContext, span: Span): Promise<EvaluationDocument[]> {
  return app.models.evaluations
    .find({ tenant: app.tenant, at: trusted({ $gte: span.start, $lt: span.end }) })
    .lean() as Promise<EvaluationDocument[]>;
}

/** Reads by ids in batches, and puts the answers together. */
export async function inBatches<T>(
  of: readonly { _id: string }[],
  read: (ids: string[]) => Promise<T[]>,
): Promise<T[]> {
  const answers: T[] = [];
  for (let at = 0; at < of.length; at += batch)
    answers.push(...(await read(of.slice(at, at + batch).map(({ _id }) => _id))));
  return answers;
}
