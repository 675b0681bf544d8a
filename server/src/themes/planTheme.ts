import { computeDue, hasDue, shanghaiDay } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument, ThemeItem } from '../cases/model.ts';
import { variantFor } from '../catalog/limitsFor.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';

/** One item in the plan of a theme. Days are `YYYY-MM-DD` of Shanghai. */
export interface PlannedLine {
  packCode: string;
  caseId: string;
  /** Day on which it is taken up: received, or by when the items it waits for are promised. */
  startDay: string;
  /** By when it is promised; null where the item promises nothing. */
  promisedDay: string | null;
  /** `estimated` before acceptance, `promised` by its own running clock, `done` as it was decided, `ended` without. */
  basis: 'estimated' | 'promised' | 'done' | 'ended';
}

type Variables = Readonly<Record<string, string | number | boolean>>;
type Planned = Pick<ThemeItem, 'packCode' | 'operation' | 'caseId' | 'after'>;

/**
 * By when each item of a theme is promised and with the last of them the whole: the latest day along the chain of what
 * waits for what. Every item keeps its own limit (clocks.md, "a theme never lengthens an item's own limit"); one that
 * waits starts its limit when it is taken up.
 */
export async function planTheme(options: {
  app: AppContext;
  items: readonly Planned[];
  /** The cases of the items as far as they exist. */
  cases: readonly CaseDocument[];
  /** Variables of the theme's application, for limits that depend on the path. */
  variables: Variables;
  now: Date;
}): Promise<{ lines: PlannedLine[]; promisedDay: string | null }> {
  const { app, items, cases } = options;
  const ends = new Map<string, Date>();
  const lines = new Map<string, PlannedLine>();
  // Lint refuses circles, so that every pass places one item at least.
  let open = [...items];
  while (open.length > 0) {
    const ready = open.filter(({ after }) => after.every((code) => !open.some((o) => o.packCode === code)));
    if (ready.length === 0) break;
    for (const item of ready) {
      const subject = cases.find(({ _id }) => _id === item.caseId);
      const start = latest([options.now, ...item.after.flatMap((code) => ends.get(code) ?? [])]);
      const line = await lineOf(app, item, subject, start, options);
      ends.set(item.packCode, line.end);
      lines.set(item.packCode, line.line);
    }
    open = open.filter((item) => !ready.includes(item));
  }
  const days = [...lines.values()].flatMap(({ promisedDay, basis }) =>
    promisedDay === null || basis === 'ended' ? [] : [promisedDay],
  );
  return {
    lines: items.flatMap(({ packCode }) => lines.get(packCode) ?? []),
    promisedDay: days.sort().at(-1) ?? null,
  };
}

async function lineOf(
  app: AppContext,
  item: Planned,
  subject: CaseDocument | undefined,
  estimatedStart: Date,
  { variables, now }: { variables: Variables; now: Date },
): Promise<{ line: PlannedLine; end: Date }> {
  const { packCode, caseId } = item;
  const waiting = subject === undefined || subject.state === 'waiting' || subject.state === 'draft';
  const start = waiting ? estimatedStart : (subject.acceptedAt ?? subject.receivedAt ?? estimatedStart);
  const common = { packCode, caseId, startDay: shanghaiDay(start) };
  if (subject?.decision !== undefined) {
    const { at } = subject.decision;
    return { line: { ...common, promisedDay: shanghaiDay(at), basis: 'done' }, end: at };
  }
  if (subject?.endedAt !== undefined)
    return { line: { ...common, promisedDay: null, basis: 'ended' }, end: subject.endedAt };
  const clock =
    subject?.acceptedAt === undefined
      ? null
      : await app.models.clocks.findOne({ tenant: app.tenant, caseId, kind: 'promised' }).lean();
  if (clock !== null)
    return { line: { ...common, promisedDay: clock.dueDay, basis: 'promised' }, end: clock.dueAt };
  const loaded =
    subject === undefined
      ? await app.packs.live(packCode)
      : await app.packs.version(subject.packCode, subject.packVersion);
  const limit = limitOf(loaded, item.operation, subject, variables);
  if (!hasDue(limit)) return { line: { ...common, promisedDay: null, basis: 'estimated' }, end: start };
  const due = computeDue({ limit, startAt: start }, app.calendar.calendar, now);
  return { line: { ...common, promisedDay: due.dueDay, basis: 'estimated' }, end: due.dueAt };
}

function limitOf(
  loaded: LoadedPack,
  operation: string,
  subject: CaseDocument | undefined,
  variables: Variables,
) {
  const rules = loaded.pack.commitment;
  const path =
    rules === undefined
      ? {}
      : {
          [rules.variable]:
            subject === undefined
              ? variables[rules.variable] === true
              : subject.commitment !== undefined && subject.commitment.state !== 'barred',
        };
  const variant = variantFor(loaded.pack.limits, { ...variables, ...path });
  return loaded.limitsOf(operation, variant?.key).promised;
}

function latest(instants: readonly Date[]): Date {
  return instants.reduce((a, b) => (b.getTime() > a.getTime() ? b : a));
}
