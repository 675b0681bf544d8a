import { shanghaiDay } from '@onewindow/clocks';
import documentNumbers from '../../data/daxing/documentNumbers.json' with { type: 'json' };
import type { AppContext } from '../app/appContext.ts';
import { announce, changeCaseIn } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { inTransaction } from '../store/inTransaction.ts';
import { handoverTargets } from './handoverTargets.ts';
import { hasPapers, materialsOf } from './listCandidates.ts';
import type { HandoverCase, HandoverDocument } from './model.ts';

/**
 * Makes a numbered slip over the originals of some cases and sends them off: the slip and the audit of every case in one
 * transaction, all or none. Counts that differ from the uploads come with the request.
 * Throws AppError `handoverTarget`, `notFound`, `papersElsewhere` (handed on already).
 */
export async function createHandover(input: {
  app: AppContext;
  actor: Actor;
  toDepartmentId: string;
  cases: { caseId: string; materials: { key: string; count: number }[] }[];
  note: string;
  requestId: string;
}): Promise<HandoverDocument> {
  const { app, actor, toDepartmentId, requestId } = input;
  const { tenant } = app;
  if (!handoverTargets(app, actor).some(({ id }) => id === toDepartmentId))
    throw new AppError('handoverTarget');
  const earlier = await app.models.handovers.findOne({ _id: requestId, tenant }).lean();
  if (earlier !== null) return earlier as HandoverDocument;
  const listed: HandoverCase[] = [];
  for (const { caseId, materials } of input.cases) {
    const subject = (await app.models.cases.findOne({ _id: caseId, tenant }).lean()) as CaseDocument | null;
    if (subject === null || !mayHandOver(subject, actor)) throw new AppError('notFound');
    requirePapers(subject, actor);
    const known = await materialsOf(app, subject);
    listed.push({
      caseId,
      caseNo: subject.caseNo ?? '',
      itemName: subject.itemName,
      applicantMasked: subject.applicantMasked,
      materials: known.flatMap((material) => {
        const count = materials.find(({ key }) => key === material.key)?.count ?? material.count;
        return count === 0 ? [] : [{ ...material, count }];
      }),
    });
  }
  const slip: HandoverDocument = {
    _id: requestId,
    schemaVersion: 1,
    tenant,
    number: await nextNumber(app, actor.department.id),
    fromDepartmentId: actor.department.id,
    toDepartmentId,
    state: 'sent',
    cases: listed,
    caseIds: listed.map(({ caseId }) => caseId),
    note: input.note,
    by: asAuthor(actor),
    at: app.time.now(),
  };
  const changed = await inTransaction(app.connection, async (session) => {
    const done: CaseDocument[] = [];
    for (const { caseId, materials } of listed) {
      const { subject } = await changeCaseIn(
        session,
        {
          app,
          caseId,
          actor: asEventActor(actor),
          work: (change) => {
            requirePapers(change.subject, actor);
            const { number, fromDepartmentId } = slip;
            change.subject.handover = {
              slipId: slip._id,
              number,
              state: 'sent',
              fromDepartmentId,
              toDepartmentId,
            };
            const pieces = materials.reduce((sum, { count }) => sum + count, 0);
            change.event('handedOver', { number, department: toDepartmentId, pieces });
          },
        },
        slip.at,
      );
      done.push(subject);
    }
    await app.models.handovers.insertMany([slip], { session });
    return done;
  });
  for (const subject of changed) announce(app, subject, slip.at);
  return slip;
}

/** A case that was never here does not exist for this window. */
function mayHandOver(subject: CaseDocument, actor: Actor): boolean {
  const own = actor.department.id;
  return (
    subject.createdBy.departmentId === own ||
    subject.handover?.toDepartmentId === own ||
    subject.handover?.fromDepartmentId === own
  );
}

function requirePapers(subject: CaseDocument, actor: Actor): void {
  if (!hasPapers(subject, actor.department.id))
    throw new AppError('papersElsewhere', { params: { caseNo: subject.caseNo ?? '' } });
}

/** District, short name of the sending body, 交, year, running number of the body. */
async function nextNumber(app: AppContext, departmentId: string): Promise<string> {
  const year = shanghaiDay(app.time.now()).slice(0, 4);
  const sender = app.organisation.department(departmentId);
  const { shortName = departmentId.toUpperCase() } = sender;
  // A village carries its town's short name: its slips are told apart by its own number.
  const point = sender.level === 'village' ? departmentId.slice(1) : '';
  const sequence = await app.numbers.next(app.tenant, `handover:${departmentId}:${year}`);
  return `${documentNumbers.district}${shortName}${point}交〔${year}〕${sequence}号`;
}
