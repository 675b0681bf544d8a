import { formatLimit, hasDue, type Limit } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { newId } from '../store/newId.ts';
import { chainOf } from './chainOf.ts';
import { hoursOf } from './hoursOf.ts';
import type { ClockDocument, ClockKind, ClockWatch } from './model.ts';
import { planClock } from './planClock.ts';
import { refreshSummary } from './refreshSummary.ts';

/**
 * Starts a clock on a case, in the case's transaction. A limit of `none` starts nothing.
 * Throws ClockError `beforeCalendar` when the start lies before the calendar.
 */
export async function startClock(options: {
  app: AppContext;
  change: CaseChange;
  kind: ClockKind;
  /** Its `cite` goes onto the clock. */
  limit: Limit | undefined;
  startAt: Date;
  departmentId: string;
  taskId?: string;
  decisionNo?: number;
  materialKey?: string;
  notAfterDay?: string | undefined;
  watches?: readonly ClockWatch[];
}): Promise<ClockDocument | undefined> {
  const { app, change, limit } = options;
  if (limit === undefined || !hasDue(limit)) return undefined;
  const { thresholds, chain } = await chainOf(app, change.subject, options.kind);
  const clock: ClockDocument = {
    _id: newId(),
    schemaVersion: 1,
    tenant: app.tenant,
    caseId: change.subject._id,
    kind: options.kind,
    departmentId: options.departmentId,
    packCode: change.subject.packCode,
    limit: formatLimit(limit),
    startAt: options.startAt,
    pauses: [],
    extensions: [],
    calendarVersion: app.calendar.version,
    dueAt: options.startAt,
    dueDay: '',
    provisional: false,
    state: 'running',
    escalation: [],
    version: 1,
    ...hoursOf(app, options.departmentId),
    ...(limit.cite === undefined ? {} : { cite: limit.cite }),
    ...(options.taskId === undefined ? {} : { taskId: options.taskId }),
    ...(options.decisionNo === undefined ? {} : { decisionNo: options.decisionNo }),
    ...(options.materialKey === undefined ? {} : { materialKey: options.materialKey }),
    ...(options.notAfterDay === undefined ? {} : { notAfterDay: options.notAfterDay }),
    ...(options.watches === undefined || options.watches.length === 0
      ? {}
      : { watches: [...options.watches] }),
    ...(thresholds === undefined ? {} : { thresholds }),
  };
  planClock(clock, { legal: app.calendar, chain, now: change.now });
  change.clocks.add(clock);
  await refreshSummary(change, [clock.kind]);
  return clock;
}
