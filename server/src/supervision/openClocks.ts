import type { AppContext } from '../app/appContext.ts';
import type { ClockDocument } from '../clocks/model.ts';

export type OpenClock = Pick<
  ClockDocument,
  '_id' | 'kind' | 'caseId' | 'departmentId' | 'state' | 'dueAt' | 'yellowAt'
>;

const told = { kind: 1, caseId: 1, departmentId: 1, state: 1, dueAt: 1, yellowAt: 1 } as const;

/** The clocks that run or pause, of one department or of all. */
export async function openClocks(app: AppContext, departmentId?: string): Promise<OpenClock[]> {
  const scope = departmentId === undefined ? {} : { departmentId };
  const read = await Promise.all(
    (['running', 'paused'] as const).map((state) =>
      app.models.clocks.find({ tenant: app.tenant, state, ...scope }, told).lean(),
    ),
  );
  return read.flat() as OpenClock[];
}

/** The clock that stands for its case: promised, else statutory, else acceptance, else delivery. */
export function oneACase<T extends Pick<OpenClock, 'kind' | 'caseId'>>(clocks: readonly T[]): T[] {
  const order = ['promised', 'statutory', 'acceptance', 'delivery'];
  const best = new Map<string, T>();
  for (const clock of clocks) {
    const rank = order.indexOf(clock.kind);
    if (rank < 0) continue;
    const known = best.get(clock.caseId);
    if (known === undefined || rank < order.indexOf(known.kind)) best.set(clock.caseId, clock);
  }
  return [...best.values()];
}
