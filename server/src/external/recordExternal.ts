import { computeDue, hasDue } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { EventActor } from '../audit/model.ts';
import { type CaseChange, changeCase } from '../cases/changeCase.ts';
import type { CaseDocument, ExternalRecord } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { AppError } from '../errors/appError.ts';
import type { ActingRequest } from '../identity/actor.ts';
import type { ExternalReport } from './externalSystem.ts';

/**
 * Records what the system in which an item is handled says of a case: its number and its status, each change in the audit.
 * Saying the same again changes nothing. Throws AppError `notExternal`, `externalNumberInvalid`, `externalStatusUnknown`.
 */
export async function recordExternal(options: {
  app: AppContext;
  caseId: string;
  actor: EventActor;
  report: ExternalReport;
  expectedVersion?: number | undefined;
  request?: ActingRequest | undefined;
}): Promise<CaseDocument> {
  const { app, report } = options;
  const { subject } = await changeCase({
    ...options,
    work: (change) => noteExternal(app, change, report),
  });
  return subject;
}

/** The same within a change that is under way. */
export async function noteExternal(
  app: AppContext,
  change: CaseChange,
  report: ExternalReport,
): Promise<void> {
  const { packCode, packVersion } = change.subject;
  const loaded = await app.packs.version(packCode, packVersion);
  const known: Partial<ExternalRecord> = change.subject.external ?? {};
  const number = report.number === undefined ? known.number : checkedNumber(loaded, report.number);
  const state = report.status === undefined ? known.state : stateOf(loaded, report.status);
  const status = report.status ?? known.status;
  if (number !== known.number) change.event('externalNumberGiven', { number });
  if (status !== known.status) change.event('externalStatusChanged', { status, state });
  change.subject.external = {
    ...(number === undefined ? {} : { number }),
    ...(status === undefined ? {} : { status, ...(state === undefined ? {} : { state }) }),
    at: change.now,
  };
  planNextReading(app, change, loaded);
}

function checkedNumber(loaded: LoadedPack, given: string): string {
  const number = given.trim();
  const pattern = systemOf(loaded).numberPattern;
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(number))
    throw new AppError('externalNumberInvalid', { params: { name: systemOf(loaded).name['zh-CN'] } });
  return number;
}

function stateOf(loaded: LoadedPack, status: string): string | undefined {
  const { statusMapping } = systemOf(loaded);
  const found = statusMapping.find(({ external }) => external === status);
  if (found === undefined && statusMapping.length > 0)
    throw new AppError('externalStatusUnknown', { params: { status } });
  return found?.state;
}

function systemOf(loaded: LoadedPack) {
  const { externalSystem } = loaded.pack;
  if (externalSystem === undefined) throw new AppError('notExternal');
  return externalSystem;
}

/** States after which nothing more is to be learnt. */
const final = ['notAccepted', 'granted', 'refused', 'delivered', 'withdrawn', 'closed'];

/** When the status is asked for again (`refreshEvery`). */
function planNextReading(app: AppContext, { subject, now }: CaseChange, loaded: LoadedPack): void {
  const { external } = subject;
  const every = systemOf(loaded).refreshEvery;
  if (external?.number === undefined || every === undefined || !hasDue(every)) return;
  if (external.state !== undefined && final.includes(external.state)) return;
  external.nextReadingAt = computeDue({ limit: every, startAt: now }, app.calendar.calendar, now).dueAt;
}
