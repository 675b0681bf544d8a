import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { lightOfSummary } from '../clocks/lightOfSummary.ts';
import type { ClockDocument } from '../clocks/model.ts';
import type { Actor } from '../identity/actor.ts';
import { type Age, minutesOfAge } from './ageing.ts';
import { readCounters } from './counters/boardView.ts';
import { type Bucket, bucketsOf, type Range, type Turns, takeBuckets } from './counters/buckets.ts';
import { leveledDepartment } from './leveledDepartment.ts';

type Light = 'green' | 'yellow' | 'red' | 'paused';
type Listed = Pick<ClockDocument, 'caseId' | 'departmentId' | 'packCode' | 'dueAt' | 'yellowAt' | 'state'>;

const told = { caseId: 1, departmentId: 1, packCode: 1, dueAt: 1, yellowAt: 1, state: 1 } as const;
const minuteLength = 60_000;

/** Where clocks of a light are found: by which instant, counted in which figures, from which minute to which. */
interface Source {
  board: NonNullable<ClockDocument['board']>;
  by: 'dueAt' | 'yellowAt';
  turns: Turns;
  from: number;
  to: number;
}

const running = { board: 'case.running', by: 'dueAt', turns: 'due' } as const;

function sourceOf(light: Light, minute: number): Source {
  const forever = Number.POSITIVE_INFINITY;
  if (light === 'red') return { ...running, from: 0, to: minute - 1 };
  if (light === 'yellow') return { ...running, from: minute, to: forever };
  if (light === 'green')
    return { board: 'case.running', by: 'yellowAt', turns: 'yellow', from: minute + 1, to: forever };
  return { board: 'case.paused', by: 'dueAt', turns: 'pausedDue', from: 0, to: forever };
}

/**
 * Open cases under a light, of a department or a level of government, most urgent first: by what they are due, the green ones by
 * when they turn yellow; with an age instead of a light, the running ones that are so far from due. A head sees only the own department. The figures of the board say where so many are found, so that a page reads
 * little more than its own cases, however many are open.
 */
export async function listByLight(input: {
  app: AppContext;
  actor: Actor;
  query: {
    department?: string | undefined;
    item?: string | undefined;
    light?: string | undefined;
    level?: string | undefined;
    age?: Age | undefined;
    cursor?: string | undefined;
    limit: number;
  };
}): Promise<{ cases: CaseDocument[]; nextCursor: string | null }> {
  const { app, actor, query } = input;
  const department = actor.roles.includes('supervisor') ? query.department : actor.department.id;
  const now = app.time.now();
  const counters = (await readCounters(app)).filter(
    (counter) =>
      counter.group === 'case' &&
      (department === undefined || counter.departmentId === department) &&
      (query.item === undefined || counter.packCode === query.item) &&
      (query.level === undefined || leveledDepartment(app, counter.departmentId).level === query.level),
  );
  const minute = Math.floor(now.getTime() / minuteLength);
  const after = Buffer.from(query.cursor ?? '', 'base64url').toString();
  const lights: Light[] =
    query.age !== undefined
      ? ['red']
      : query.light === undefined
        ? ['red', 'yellow', 'green', 'paused']
        : [query.light as Light];
  const found: { place: string; caseId: string }[] = [];
  for (const [rank, light] of lights.entries()) {
    if (found.length > query.limit || (after !== '' && rank < Number(after[0]))) continue;
    const source =
      query.age === undefined ? sourceOf(light, minute) : { ...running, ...minutesOfAge(query.age, minute) };
    const matches = (clock: Listed) =>
      query.age !== undefined
        ? query.item === undefined || clock.packCode === query.item
        : lightOfSummary({ ...clock, state: clock.state === 'paused' ? 'paused' : 'running' }, now) ===
            light &&
          (query.item === undefined || clock.packCode === query.item);
    let buckets = bucketsOf(counters, source.turns, source.from, source.to);
    if (after !== '' && rank === Number(after[0]))
      buckets = buckets.filter((bucket) => `${placeOf(rank, bucket)}~` > after);
    while (buckets.length > 0 && found.length <= query.limit) {
      const { ranges, taken } = takeBuckets(buckets, query.limit + 1 - found.length);
      const read = (await Promise.all(ranges.map((range) => readRange(app, source, range)))).flat();
      for (const clock of read.filter(matches)) {
        const at = (clock[source.by] ?? clock.dueAt).getTime() / minuteLength;
        const turn = source.by === 'dueAt' ? Math.floor(at) : Math.ceil(at);
        const place = `${placeOf(rank, { minute: turn, departmentId: clock.departmentId })} ${clock.caseId}`;
        if (place > after) found.push({ place, caseId: clock.caseId });
      }
      buckets = buckets.slice(taken);
    }
  }
  return pageOf(app, found, query.limit);
}

/** Text that sorts as the list does: light, minute, department; a blank comes before all that ids are made of. */
function placeOf(rank: number, { minute, departmentId }: Omit<Bucket, 'n'>): string {
  return `${rank} ${String(minute).padStart(10, '0')} ${departmentId}`;
}

async function readRange(app: AppContext, source: Source, range: Range): Promise<Listed[]> {
  // Due dates count in the minute that they begin, turns to yellow in the one that they end (`openLines`).
  const ends =
    source.by === 'dueAt'
      ? { $gt: new Date(range.from * minuteLength - 1), $lt: new Date((range.to + 1) * minuteLength) }
      : { $gt: new Date((range.from - 1) * minuteLength), $lt: new Date(range.to * minuteLength + 1) };
  return (await app.models.clocks
    .find(
      {
        tenant: app.tenant,
        board: source.board,
        departmentId: range.departmentId,
        [source.by]: trusted(ends),
      },
      told,
    )
    .lean()) as Listed[];
}

async function pageOf(
  app: AppContext,
  found: { place: string; caseId: string }[],
  limit: number,
): Promise<{ cases: CaseDocument[]; nextCursor: string | null }> {
  const page = found.sort((one, other) => (one.place < other.place ? -1 : 1)).slice(0, limit);
  const ids = page.map(({ caseId }) => caseId);
  const cases = (await app.models.cases
    .find({ _id: trusted({ $in: ids }), tenant: app.tenant })
    .lean()) as CaseDocument[];
  const byId = new Map(cases.map((entry) => [entry._id, entry]));
  const last = page.at(-1);
  return {
    cases: ids.flatMap((id) => byId.get(id) ?? []),
    nextCursor:
      found.length > page.length && last !== undefined ? Buffer.from(last.place).toString('base64url') : null,
  };
}
