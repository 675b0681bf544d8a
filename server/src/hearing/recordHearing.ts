import { shanghaiDay } from '@onewindow/clocks';
import { chineseDate } from '@onewindow/signing';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { readPointer } from '../catalog/readVariables.ts';
import { stopClocks } from '../clocks/startCaseClocks.ts';
import { startClock } from '../clocks/startClock.ts';
import { oweDocument } from '../documents/oweDocument.ts';
import { AppError } from '../errors/appError.ts';
import type { Said } from '../inbox/recordProcedures.ts';
import { hearingOf, type RunHearing } from './hearingOf.ts';
import { tellRight } from './tellRight.ts';

interface HearingCall {
  app: AppContext;
  change: CaseChange;
  said: Said;
  hearing: RunHearing;
}

/**
 * Takes what a step says into the course of a hearing (Administrative License Law arts 46–48): the right is told, a hearing
 * asked for or waived, its day and place fixed and told, the hearing held. Returns the engine variables it sets.
 * Throws AppError `hearingPartyRefused`, `hearingRequestLate`, `hearingTooSoon`, `hearingTooLate`, `hearingNotYet`.
 */
export async function recordHearing(options: {
  app: AppContext;
  change: CaseChange;
  said: Said;
}): Promise<Record<string, string>> {
  const { app, change, said } = options;
  if (said.kind === 'back') return {};
  const loaded = await app.packs.version(change.subject.packCode, change.subject.packVersion);
  const hearing = hearingOf(loaded);
  if (hearing === undefined) return {};
  const call = { app, change, said, hearing };
  if (said.step === hearing.tellStep) return tellRight({ ...call, loaded });
  if (said.step === hearing.course.requestStep) await takeRequest(call);
  else if (said.step === hearing.course.arrangeStep) await arrange(call);
  else if (said.step === hearing.holdStep) await hold(call);
  return {};
}

/** Asked for within the time told, or waived: then the office need not wait for the end of that time. */
async function takeRequest({ app, change, said, hearing }: HearingCall): Promise<void> {
  const requested = hearing.course.requested.includes(said.outcome);
  if (requested) requireParty(hearing, said);
  const until = (await change.clocks.all()).findLast(({ kind }) => kind === 'hearingRequest');
  if (requested && until !== undefined && change.now > until.dueAt)
    throw new AppError('hearingRequestLate', { params: { day: until.dueDay } });
  await stopClocks({ app, change, kinds: ['hearingRequest'] });
  if (!requested) return change.event('hearingWaived', {});
  await startClock({
    app,
    change,
    kind: 'hearingHold',
    limit: hearing.hold,
    startAt: change.now,
    departmentId: change.subject.departmentId,
  });
  change.event('hearingRequested', {});
}

/** Only whom the pack tells of the right may ask for a hearing. */
function requireParty({ parties, course }: RunHearing, said: Said): void {
  const party = course.partyFrom === undefined ? undefined : readPointer(said.data, course.partyFrom);
  if (party === undefined || (parties as unknown[]).includes(party)) return;
  throw new AppError('hearingPartyRefused');
}

/** Day, time and place, told so long before: not earlier than that allows, not later than the law asks for. */
async function arrange({ app, change, said, hearing }: HearingCall): Promise<void> {
  const { course } = hearing;
  const day = String(readPointer(said.data, course.dayFrom) ?? '').slice(0, 10);
  const time = course.timeFrom === undefined ? '' : String(readPointer(said.data, course.timeFrom) ?? '');
  const place = String(readPointer(said.data, course.placeFrom) ?? '');
  const hold = (await change.clocks.all()).findLast(({ kind }) => kind === 'hearingHold');
  const notice = await startClock({
    app,
    change,
    kind: 'hearingNotice',
    limit: hearing.noticeBefore,
    startAt: change.now,
    departmentId: change.subject.departmentId,
  });
  if (notice !== undefined && day < notice.dueDay)
    throw new AppError('hearingTooSoon', { params: { day: notice.dueDay } });
  if (hold !== undefined && day > hold.dueDay)
    throw new AppError('hearingTooLate', { params: { day: hold.dueDay } });
  const earlier = (change.subject.hearings ?? []).length;
  const documentNo = await oweDocument({
    app,
    change,
    kind: 'hearingNotice',
    slot: String(earlier + 1),
    facts: {
      legalBasis: hearing.noticeBefore.cite ?? '《中华人民共和国行政许可法》第四十八条',
      hearingDay: `${chineseDate(day)}${timeOfDay(time)}`,
      hearingPlace: place,
    },
  });
  change.subject.hearings = [...(change.subject.hearings ?? []), { day, documentNo }];
  change.event('hearingArranged', { day, documentNo });
}

/** The record comes in on the day of the hearing at the earliest. */
async function hold({ app, change }: HearingCall): Promise<void> {
  const arranged = change.subject.hearings?.at(-1);
  if (arranged !== undefined && shanghaiDay(change.now) < arranged.day)
    throw new AppError('hearingNotYet', { params: { day: arranged.day } });
  await stopClocks({ app, change, kinds: ['hearingHold', 'hearingNotice'] });
  change.event('hearingHeld', {});
}

/** `14:30` as 14时30分, `14:00` as 14时; nothing where no time is given. */
function timeOfDay(time: string): string {
  const [, hour, minute] = /^(\d{2}):(\d{2})$/.exec(time) ?? [];
  if (hour === undefined) return '';
  return minute === '00' ? `${Number(hour)}时` : `${Number(hour)}时${minute}分`;
}
