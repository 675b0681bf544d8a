import { randomUUID } from 'node:crypto';
import type { Document } from 'mongodb';
import type { ApiClient } from '../../../scripts/journey/apiClient.ts';
import { acceptCase, draftFoodLicense } from '../../../scripts/journey/steps.ts';
import { type BenchStack, tenant, waitUntilIdle } from '../benchStack.ts';
import { inParallel } from '../inParallel.ts';

/** What was put into the store. */
export interface Filled {
  tasks: number;
  finished: number;
  /** How long putting them in took. */
  fillSeconds: number;
  /** Open tasks of the approver's department. */
  ofDepartment: number;
  caseNo: string;
  /** The one task that has a case. */
  taskId: string;
  /** Exact name that one task in a thousand bears. */
  applicant: string;
}

const departments = ['scjg', 'mzj', 'xfjy', 'csglw', 'jw', 'whlyj', 'wjw', 'rsj', 'nyncj', 'sthj'];
const items = [
  'scjg-food',
  'mzj-elderly-subsidy',
  'xfjy-fire-check',
  'csglw-signboard',
  'wjw-public-place-health',
];
const steps = ['review', 'inspect', 'decide'];

/** Documents in one request, and requests on their way at a time: more does not go faster on two cores. */
const batch = 1000;
const lanes = 2;
/** What is finished ended within a year, at least ten an hour. Milliseconds. */
const year = 365 * 86_400_000;
const longestApart = 360_000;

/**
 * So many open tasks beside a real one that they copy: over ten departments, five items, three steps, twenty towns; half of
 * them held by one of 600 people, due at 18:00 of one of 15 working days. Only the task view is filled: lists read nothing
 * else.
 */
export async function fillTasks(
  stack: BenchStack,
  people: { clerk: ApiClient; approver: ApiClient },
  counts: { tasks: number; finished: number },
): Promise<Filled> {
  const { clerk } = people;
  const draft = await draftFoodLicense(clerk);
  const id = String(draft['id']);
  await acceptCase(clerk, id);
  await waitUntilIdle(stack);
  const collection = stack.db.collection<Document & { _id: string }>('tasks');
  const model = await collection.findOne({ tenant, caseId: id, active: true });
  if (model === null) throw new Error('the accepted case has no task');
  const me = (await people.approver.get('/session'))['user'] as { id: string };
  const began = performance.now();
  const insert = async (what: string, count: number, copy: (at: number) => Document & { _id: string }) => {
    const batches = Array.from({ length: Math.ceil(count / batch) }, (_, at) => at * batch);
    await inParallel(lanes, batches, async (from) => {
      const size = Math.min(batch, count - from);
      const documents = Array.from({ length: size }, (_, at) => copy(from + at));
      await collection.insertMany(documents, { ordered: false });
      const seconds = Math.round((performance.now() - began) / 1000);
      if ((from / batch) % 50 === 0) process.stderr.write(`${what}: ${from} of ${count}, ${seconds} s\n`);
    });
  };
  await insert('open tasks', counts.tasks, (at) => copyOf(model, at));
  const apart = Math.min(longestApart, year / counts.finished);
  const now = Date.now();
  await insert('finished tasks', counts.finished, (at) =>
    finishedOf({ task: copyOf(model, at), at, endedAt: new Date(now - at * apart), me: me.id }),
  );
  const applicant = (await clerk.get(`/cases/${id}`))['applicant'] as { name: string };
  return {
    tasks: counts.tasks + 1,
    finished: counts.finished,
    fillSeconds: Math.round((performance.now() - began) / 1000),
    ofDepartment: Math.ceil(counts.tasks / departments.length) + 1,
    caseNo: String(model['caseNo']),
    taskId: model._id,
    applicant: applicant.name,
  };
}

/** A tenth of what is finished was the approver's. */
function finishedOf(finished: {
  task: Document & { _id: string };
  at: number;
  endedAt: Date;
  me: string;
}): Document & { _id: string } {
  const { task, at, endedAt, me } = finished;
  const holder =
    at % 10 === 0 ? { id: me, name: '孙审批' } : { id: `person-${at % 600}`, name: `张${at % 600}` };
  const finishedKey = `${holder.id}|${endedAt.toISOString()}|${task._id}`;
  return {
    ...task,
    state: 'done',
    active: false,
    assignee: holder,
    endedAt,
    finishedKey,
    touchedAt: endedAt,
  };
}

function copyOf(model: Document, at: number): Document & { _id: string } {
  const id = randomUUID();
  const day = (at * 7) % 21;
  const dueAt = new Date(model['createdAt'] as Date);
  dueAt.setUTCHours(10, 0, 0, 0);
  dueAt.setUTCDate(dueAt.getUTCDate() + (day % 7 >= 5 ? day - 2 : day) - 5);
  const town = `t${String(1 + (at % 20)).padStart(3, '0')}`;
  const held = at % 2 === 0;
  return {
    ...model,
    _id: id,
    caseId: randomUUID(),
    caseNo: String(model['caseNo']).slice(0, 14) + String(at).padStart(7, '0'),
    processInstanceId: randomUUID(),
    departmentId: departments[at % departments.length],
    packCode: items[(at >> 3) % items.length],
    stepKey: steps[(at >> 5) % steps.length],
    area: { town },
    applicantMasked: '某**',
    nameIndex: at % 1000 === 0 ? model['nameIndex'] : `${id}n`,
    holderIndex: `${id}h`,
    dueAt,
    yellowAt: new Date(dueAt.getTime() - 2 * 86_400_000),
    sortKey: `${dueAt.toISOString()}|${id}`,
    paused: at % 9 === 0,
    ...(held
      ? { state: 'claimed', assignee: { id: `person-${at % 600}`, name: `张${at % 600}` } }
      : { state: 'open' }),
    touchedAt: new Date(),
  };
}
