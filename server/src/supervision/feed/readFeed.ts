import { trusted } from 'mongoose';
import type { AppContext } from '../../app/appContext.ts';
import type { EventDocument } from '../../audit/model.ts';
import { sayEvent, systemName } from '../../audit/viewEvents.ts';
import type { CaseDocument } from '../../cases/model.ts';
import { departmentRef } from '../../cases/viewCase.ts';
import { activityOf } from '../../events/activity.ts';
import { readBackwards } from '../../store/readBackwards.ts';

/** Milliseconds in which a busy district fills a page; longer spans are read where it did not. */
const firstSpan = 10_000;

type Subject = Pick<CaseDocument, '_id' | 'caseNo' | 'packCode' | 'packVersion' | 'departmentId'>;

/** What happened last in all cases, latest first: who, where, what, how long after what was before. Nothing of applicants. */
export async function readFeed(app: AppContext, count: number) {
  const { models, tenant } = app;
  const events = await readBackwards<EventDocument>({
    before: new Date(app.time.now().getTime() + 1),
    firstSpan,
    count,
    read: async (after, before) =>
      (await models.events
        .find({ tenant, at: trusted({ $gt: after, $lt: before }) })
        .lean()) as EventDocument[],
    compare: (one, other) =>
      other.at.getTime() - one.at.getTime() ||
      (one.caseId === other.caseId ? other.seq - one.seq : one._id < other._id ? 1 : -1),
  });
  const page = events.slice(0, count);
  const subjects = await readSubjects(app, page);
  const items = await Promise.all(
    page.map(async (event) => {
      const subject = subjects.get(event.caseId);
      // Records of supervision have events, too; they are no cases.
      if (subject === undefined) return [];
      const loaded = await app.packs.version(subject.packCode, subject.packVersion);
      const { id, at, type, actor, departmentId, lasted } = activityOf(event, subject);
      return [
        {
          id,
          at,
          type,
          text: sayEvent(app, loaded, event),
          caseId: subject._id,
          caseNo: subject.caseNo ?? null,
          itemName: loaded.pack.name,
          department: departmentRef(app, departmentId),
          actor: actor.name ?? systemName(event.actor.kind === 'system' ? event.actor.name : 'applicant'),
          lasted: lasted ?? null,
        },
      ];
    }),
  );
  return { items: items.flat() };
}

async function readSubjects(
  app: AppContext,
  events: readonly EventDocument[],
): Promise<Map<string, Subject>> {
  const ids = [...new Set(events.map(({ caseId }) => caseId))];
  const found = (await app.models.cases
    .find({ _id: trusted({ $in: ids }) }, { caseNo: 1, packCode: 1, packVersion: 1, departmentId: 1 })
    .lean()) as Subject[];
  return new Map(found.map((subject) => [subject._id, subject]));
}
