import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { Actor } from '../identity/actor.ts';
import type { HandoverDocument, HandoverMaterial } from './model.ts';

/** States in which the papers of a case are with the window that has it. */
const withPapers: ReadonlySet<string> = new Set(['received', 'supplementing', 'accepted', 'decided']);
const looked = 300;
const slipsLooked = 50;

/** Whether the originals of the case lie at this department: taken in there and not handed on, or received there by a slip. */
export function hasPapers(subject: CaseDocument, departmentId: string): boolean {
  if (!withPapers.has(subject.state)) return false;
  const { handover } = subject;
  if (handover === undefined) return subject.createdBy.departmentId === departmentId;
  return handover.state === 'received' && handover.toDepartmentId === departmentId;
}

/** Cases whose papers lie at the own window and can go on a slip, oldest first. */
export async function listCandidates(app: AppContext, actor: Actor) {
  const { tenant } = app;
  const own = actor.department.id;
  const [taken, slips] = await Promise.all([
    app.models.cases
      .find({ tenant, 'createdBy.departmentId': own })
      .sort({ updatedAt: -1, _id: -1 })
      .limit(looked)
      .lean(),
    app.models.handovers.find({ tenant, toDepartmentId: own }).sort({ at: -1 }).limit(slipsLooked).lean(),
  ]);
  const ids = (slips as HandoverDocument[]).flatMap(({ state, caseIds }) =>
    state === 'received' ? caseIds : [],
  );
  const passedOn =
    ids.length === 0
      ? []
      : await app.models.cases.find({ tenant, _id: trusted({ $in: [...new Set(ids)] }) }).lean();
  const cases = [...taken, ...passedOn] as CaseDocument[];
  const found = cases.filter(
    (subject, at) => hasPapers(subject, own) && cases.findIndex(({ _id }) => _id === subject._id) === at,
  );
  const views = await Promise.all(
    found.map(async (subject) => ({
      caseId: subject._id,
      caseNo: subject.caseNo ?? '',
      itemName: subject.itemName,
      applicantMasked: subject.applicantMasked,
      receivedAt: subject.receivedAt?.toISOString() ?? null,
      materials: await materialsOf(app, subject),
    })),
  );
  return views.sort((a, b) => (a.receivedAt ?? '').localeCompare(b.receivedAt ?? ''));
}

/** Materials that were handed in, each as one original until the sender counts otherwise. */
export async function materialsOf(app: AppContext, subject: CaseDocument): Promise<HandoverMaterial[]> {
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  return subject.materials
    .filter(({ files }) => files.length > 0)
    .map(({ key, files }) => ({
      key,
      name: loaded.material(key)?.name ?? { 'zh-CN': key, en: key },
      count: files.length,
    }));
}
