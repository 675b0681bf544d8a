import { trusted } from 'mongoose';
import type { AppContext } from '../../app/appContext.ts';
import type { EvaluationDocument, ReportDocument } from '../../dispatch/model.ts';
import type { TaskDocument } from '../../inbox/model.ts';
import type { Span } from '../period.ts';
import type { Fact } from '../scoring/facts.ts';
import { finishedInTime, readFinished } from './finishedTasks.ts';
import { peopleOf, type Worker } from './peopleOf.ts';
import { inBatches, readFiles } from './readSources.ts';
import { departmentIdsOf, type Only, type Subject } from './subject.ts';

/** 信息采集员: what they report on their rounds, whether they come in time, what came of the files they had a hand in. */
export async function collectGridWorkers(app: AppContext, span: Span, only: Only): Promise<Subject[]> {
  const files = await readFiles(app, span);
  const hands = await readHands(app, files);
  const subjects: Subject[] = [];
  for (const departmentId of departmentIdsOf(app, only))
    for (const { personId: id, subjectId, name, roles, counts } of await peopleOf(app, departmentId)) {
      if (!roles.includes('gridWorker') || (only.personId ?? id) !== id) continue;
      const tasks = (await readFinished(app, id, span)).filter(
        ({ role, finishedIn }) => role === 'gridWorker' && counts(finishedIn),
      );
      const own = (of: ReadonlyMap<string, ReadonlySet<string>>) =>
        files.filter(({ caseId }) => of.get(caseId)?.has(id) === true);
      subjects.push({
        subjectId,
        name,
        departmentId,
        group: 'gridWorker',
        facts: {
          reports: await reportsOf(app, id, span, counts),
          arrival: finishedInTime(tasks),
          reopened: own(hands.visitors)
            .filter(({ result }) => result === 'closed')
            .map((file) => fileFact(file, (file.counts['reopen'] ?? 0) === 0)),
          disputes: own(hands.reporters).map((file) =>
            fileFact(file, file.result === 'closed' && (file.counts['sendBack'] ?? 0) === 0),
          ),
        },
      });
    }
  return subjects;
}

function fileFact({ caseId, caseNo, at }: EvaluationDocument, good: boolean): Fact {
  return { key: caseId, kind: 'file', id: caseId, no: caseNo, at, good };
}

async function reportsOf(
  app: AppContext,
  personId: string,
  span: Span,
  counts: Worker['counts'],
): Promise<Fact[]> {
  const all = (await app.models.reports
    .find({
      tenant: app.tenant,
      'by.id': personId,
      at: trusted({ $gte: span.start, $lt: span.end }),
    })
    .lean()) as ReportDocument[];
  const reports = all.filter(({ by }) => counts(by.departmentId));
  const cases = await inBatches(
    reports.map(({ caseId }) => ({ _id: caseId })),
    async (ids) => app.models.cases.find({ _id: trusted({ $in: ids }) }, { caseNo: 1 }).lean(),
  );
  const numbers = new Map(cases.map(({ _id, caseNo }) => [_id, caseNo ?? '']));
  return reports.map(({ _id, caseId, at }) => ({
    key: _id,
    kind: 'report',
    id: caseId,
    no: numbers.get(caseId) ?? '',
    at,
  }));
}

/** Who reported each file first, and who looked at the place for it. */
async function readHands(app: AppContext, files: readonly EvaluationDocument[]) {
  const { tenant, models } = app;
  const ids = files.map(({ caseId }) => ({ _id: caseId }));
  const reports = (await inBatches(ids, async (of) =>
    models.reports.find({ tenant, caseId: trusted({ $in: of }) }, { caseId: 1, by: 1, further: 1 }).lean(),
  )) as ReportDocument[];
  const tasks = (await inBatches(ids, async (of) =>
    models.tasks
      .find({ tenant, caseId: trusted({ $in: of }) }, { caseId: 1, role: 1, assignee: 1, state: 1 })
      .lean(),
  )) as TaskDocument[];
  const put = (into: Map<string, Set<string>>, caseId: string, person: string) =>
    into.set(caseId, (into.get(caseId) ?? new Set()).add(person));
  const reporters = new Map<string, Set<string>>();
  for (const { caseId, by, further } of reports) if (!further) put(reporters, caseId, by.id);
  const visitors = new Map<string, Set<string>>();
  for (const { caseId, role, assignee, state } of tasks)
    if (role === 'gridWorker' && state === 'done' && assignee !== undefined)
      put(visitors, caseId, assignee.id);
  return { reporters, visitors };
}
