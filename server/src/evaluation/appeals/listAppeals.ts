import type { AppContext } from '../../app/appContext.ts';
import { departmentRef } from '../../cases/viewCase.ts';
import { AppError } from '../../errors/appError.ts';
import type { Actor } from '../../identity/actor.ts';
import { listRecordFiles } from '../../supervision/recordFiles.ts';
import { viewActs } from '../../supervision/viewActs.ts';
import { personOf } from '../facts/subject.ts';
import { mayRead, oversees, overseesAll } from '../mayRead.ts';
import type { PerformanceAppealDocument } from '../model.ts';
import { readRevisions, readScores } from '../results/readRevisions.ts';
import { type SchemeKind, schemeOf } from '../schemes/schemeFile.ts';

/** Longest list. */
const most = 500;

/** An appeal that the person may see. Throws AppError `notFound`. */
export async function readAppeal(
  app: AppContext,
  actor: Actor,
  id: string,
): Promise<PerformanceAppealDocument> {
  const found = (await app.models.performanceAppeals
    .findOne({ _id: id, tenant: app.tenant })
    .lean()) as PerformanceAppealDocument | null;
  if (found === null || !mayRead(app, actor, found)) throw new AppError('notFound');
  return found;
}

/** Appeals, open ones first, then the latest: of the area for a supervisor, of the department for a head, else the own. */
export async function listAppeals(app: AppContext, actor: Actor) {
  const area = overseesAll(actor) ? [{}] : [{ departmentId: actor.department.id }, ...townsOf(app, actor)];
  const found = (
    await Promise.all(
      area.map((scope) => app.models.performanceAppeals.find({ tenant: app.tenant, ...scope }).lean()),
    )
  ).flat() as PerformanceAppealDocument[];
  const items = found
    .filter((appeal) => mayRead(app, actor, appeal))
    .sort(
      (one, other) =>
        Number(other.state === 'open') - Number(one.state === 'open') ||
        other.at.getTime() - one.at.getTime(),
    );
  return { items: items.slice(0, most).map((appeal) => viewAppealLine(app, appeal)) };
}

function townsOf(app: AppContext, actor: Actor): { departmentId: string }[] {
  return app.organisation
    .departments()
    .filter(({ departmentId }) => departmentId !== actor.department.id && oversees(app, actor, departmentId))
    .map(({ departmentId }) => ({ departmentId }));
}

/** Appeals against the figures of one subject. */
export async function appealsAgainst(
  app: AppContext,
  about: { kind: SchemeKind; period: string; subjectId: string },
): Promise<PerformanceAppealDocument[]> {
  const found = (await app.models.performanceAppeals
    .find({ tenant: app.tenant, ...about })
    .lean()) as PerformanceAppealDocument[];
  return found.sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** An appeal as lists show it. */
export function viewAppealLine(app: AppContext, appeal: PerformanceAppealDocument) {
  const { kind, fact } = appeal;
  const indicator = schemeOf(kind).indicators.find(({ id }) => id === appeal.indicator);
  return {
    id: appeal._id,
    kind,
    period: appeal.period,
    subject: { id: appeal.subjectId, name: appeal.name, department: departmentRef(app, appeal.departmentId) },
    indicator: { id: appeal.indicator, name: indicator?.name ?? { 'zh-CN': '', en: '' } },
    fact: { key: fact.key, kind: fact.kind, id: fact.id, no: fact.no, at: fact.at.toISOString() },
    text: appeal.text,
    by: appeal.by.name,
    at: appeal.at.toISOString(),
    stage: appeal.stage,
    actBy: appeal.actBy?.toISOString() ?? null,
    late: appeal.state === 'open' && appeal.actBy !== undefined && appeal.actBy < app.time.now(),
    correctedBy: appeal.correctedBy ?? null,
  };
}

/** An appeal with its acts, its papers, and, upheld, the difference that it made to everybody whom the reader may see. */
export async function viewAppeal(app: AppContext, actor: Actor, appeal: PerformanceAppealDocument) {
  const { kind, departmentId, stage } = appeal;
  const indicator = schemeOf(kind).indicators.find(({ id }) => id === appeal.indicator);
  const decides =
    oversees(app, actor, departmentId) &&
    personOf(appeal.subjectId) !== actor.id &&
    appeal.by.id !== actor.id;
  const files = await listRecordFiles(app, appeal.scoreId);
  return {
    ...viewAppealLine(app, appeal),
    revision: appeal.revision,
    scoreId: appeal.scoreId,
    files: files.filter(({ id }) => appeal.files.includes(id)),
    acts: await viewActs(app, appeal._id),
    effects: indicator?.measure === 'share' ? ['good', 'exclude'] : ['exclude'],
    can: stage === 'appealed' && decides ? ['decide'] : [],
    differences: await differencesOf(app, actor, appeal),
  };
}

async function differencesOf(app: AppContext, actor: Actor, appeal: PerformanceAppealDocument) {
  const { kind, period, correctedBy } = appeal;
  if (correctedBy === undefined) return [];
  const revision = (await readRevisions(app, kind, period)).find((one) => one.revision === correctedBy);
  const scores = revision === undefined ? [] : await readScores(app, revision._id);
  return scores
    .filter(({ before }) => before != null)
    .filter(({ subjectId, departmentId }) => mayRead(app, actor, { kind, subjectId, departmentId }))
    .map(({ subjectId, name, score, rank, before }) => ({
      subjectId,
      name,
      before: { score: before?.score ?? null, rank: before?.rank ?? null },
      after: { score, rank },
    }));
}
