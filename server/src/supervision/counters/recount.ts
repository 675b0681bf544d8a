import type { AppContext } from '../../app/appContext.ts';
import type { CaseDocument } from '../../cases/model.ts';
import type { ClockDocument } from '../../clocks/model.ts';
import { inTransaction } from '../../store/inTransaction.ts';
import { dayLines, openLines } from './boardLines.ts';
import { type Counter, countLines, emptyCounter, type Figures, isEmpty, type Month } from './countLines.ts';
import { nextFold, readDeltas, writeFigures } from './foldDeltas.ts';
import type { BoardCounterDocument, BoardLine, BoardMonthDocument } from './model.ts';

type Session = Parameters<Parameters<typeof inTransaction>[1]>[0];

/**
 * Counts the figures of a department anew from its clocks and cases and compares them with what is stored, all as of one
 * instant of the store. Returns the ids of those that differ; with `repair` they are then right.
 */
export function recountDepartment(options: {
  app: AppContext;
  departmentId: string;
  repair: boolean;
}): Promise<string[]> {
  const { app, departmentId, repair } = options;
  return inTransaction(app.connection, async (session) => {
    // Taken first: a fold or another repair meanwhile makes this one begin anew.
    const fold = repair ? await nextFold(app, session) : 0;
    const right = await countAnew(app, session, departmentId);
    const stored = await readStored(app, session, departmentId);
    const wrong = [...differing(right.counters, stored.counters), ...differing(right.months, stored.months)];
    if (!repair || wrong.length === 0) return wrong;
    const counters = new Map<string, Counter>();
    const months = new Map<string, Month>();
    for (const id of wrong) {
      const counter = right.counters.get(id) ?? stored.counters.get(id);
      if (counter !== undefined) counters.set(id, right.counters.has(id) ? counter : emptyCounter(counter));
      const month = right.months.get(id) ?? stored.months.get(id);
      if (month !== undefined) months.set(id, right.months.has(id) ? month : { ...month, days: {} });
    }
    await writeFigures({ app, session, figures: { counters, months }, fold });
    return wrong;
  });
}

/** What the figures must be, less what is not yet folded into them. */
async function countAnew(app: AppContext, session: Session, departmentId: string): Promise<Figures> {
  const { models, tenant } = app;
  const lines: BoardLine[] = [];
  for (const board of marks) {
    const clocks = (await models.clocks
      .find(
        { tenant, board, departmentId },
        { board: 1, departmentId: 1, packCode: 1, yellowAt: 1, dueAt: 1 },
        { session },
      )
      .lean()) as ClockDocument[];
    lines.push(...openLines(clocks, 1));
  }
  const cases = (await models.cases
    .find(
      { tenant, departmentIds: departmentId },
      { departmentId: 1, packCode: 1, receivedAt: 1, acceptedAt: 1, decision: 1 },
      { session },
    )
    .lean()) as CaseDocument[];
  for (const subject of cases) if (subject.departmentId === departmentId) lines.push(...dayLines(subject, 1));
  const pending = await models.boardDeltas.find({ tenant }, null, { session }).lean();
  for (const delta of pending)
    for (const line of delta.lines as BoardLine[])
      if (line.departmentId === departmentId) lines.push(taken(line));
  const figures: Figures = { counters: new Map(), months: new Map() };
  countLines(tenant, figures, lines);
  return figures;
}

const marks = ['case', 'dispatch', 'publication'].flatMap((group) =>
  (['running', 'paused'] as const).map((state) => `${group}.${state}` as NonNullable<ClockDocument['board']>),
);

function taken(line: BoardLine): BoardLine {
  return line.kind === 'open'
    ? { ...line, n: -line.n }
    : { ...line, n: -line.n, measured: -line.measured, workdays: -line.workdays };
}

async function readStored(app: AppContext, session: Session, departmentId: string): Promise<Figures> {
  const { models, tenant } = app;
  const of = { tenant, departmentId };
  const counters = (await models.boardCounters.find(of, null, { session }).lean()) as BoardCounterDocument[];
  const months = (await models.boardMonths.find(of, null, { session }).lean()) as BoardMonthDocument[];
  return {
    counters: new Map(counters.map((entry) => [entry._id, entry])),
    months: new Map(months.map((entry) => [entry._id, entry])),
  };
}

/** Ids whose figures are not the same; one that is missing is the same as one in which nothing is counted. */
function differing<T extends Counter | Month>(right: Map<string, T>, stored: Map<string, T>): string[] {
  const ids = new Set([...right.keys(), ...stored.keys()]);
  return [...ids].filter((id) => factsOf(right.get(id)) !== factsOf(stored.get(id)));
}

function factsOf(figure: Counter | Month | undefined): string {
  if (figure === undefined || isEmpty(figure)) return '';
  const facts =
    'days' in figure
      ? { days: sorted(figure.days) }
      : {
          ...{ running: figure.running, paused: figure.paused },
          ...{ yellow: sorted(figure.yellow), due: sorted(figure.due), pausedDue: sorted(figure.pausedDue) },
          ...{ onTime: figure.onTime, late: figure.late },
          ...{ measured: figure.measured, workdays: figure.workdays },
        };
  return JSON.stringify(facts);
}

function sorted<T>(entries: Record<string, T>): [string, T][] {
  return Object.entries(entries)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null
        ? (Object.fromEntries(Object.entries(value).sort()) as T)
        : value,
    ]);
}

/** Every department that has figures or could have. */
export async function departmentsOf(app: AppContext): Promise<string[]> {
  const known = await app.models.boardCounters.find({ tenant: app.tenant }, { departmentId: 1 }).lean();
  const pending = (await readDeltas(app)).flatMap(({ lines }) => lines);
  return [
    ...new Set([
      ...app.organisation.departments().map(({ departmentId }) => departmentId),
      ...[...known, ...pending].map(({ departmentId }) => departmentId),
    ]),
  ];
}

/** Recounts every department, one after another. Returns the ids of the figures that differed. */
export async function recountBoard(app: AppContext, options: { repair: boolean }): Promise<string[]> {
  const wrong: string[] = [];
  for (const departmentId of await departmentsOf(app))
    wrong.push(...(await recountDepartment({ app, departmentId, ...options })));
  return wrong;
}
