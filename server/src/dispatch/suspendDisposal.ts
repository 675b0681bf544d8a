import { closeOfBusiness, computeDue, hasDue, shanghaiDay } from '@onewindow/clocks';
import { changeClocks } from '../clocks/changeClocks.ts';
import { type ActContext, type ActVariables, textAt, writeFile } from './actContext.ts';
import { dispatchRefused } from './dispatchRefused.ts';

/** Marks the pause of a suspension on the clock. */
const procedure = 'dispatchSuspension';

/** 申请挂账: it cannot be done now; the day on which it is looked at again is asked for. Throws AppError `dispatchRefused`. */
export function askSuspend(context: ActContext): ActVariables {
  const { change, actor } = context;
  const until = dayOf(context);
  writeFile(context, {
    request: {
      kind: 'suspend',
      at: change.now,
      by: actor.name,
      reason: textAt(context, 'reasonFrom'),
      until,
    },
  });
  change.event('suspensionAsked', { until });
  return {};
}

/**
 * 同意挂账: the clock of disposal pauses from now until it is resumed; the engine wakes the review at close of business of
 * the day named. Suspended already, only that day moves. Throws AppError `dispatchRefused`.
 */
export async function suspend(context: ActContext): Promise<ActVariables> {
  const { app, change, effect, file } = context;
  const until = dayOf(context);
  const reason = textAt(context, 'reasonFrom') || file.request?.reason || file.suspended?.reason || '';
  if (file.suspended === undefined)
    await changeClocks({
      app,
      change,
      kinds: ['disposal'],
      edit: (clock) => {
        clock.pauses = [...clock.pauses, { from: change.now, reason, documentNo: '', procedure }];
        clock.state = 'paused';
      },
    });
  const { request: _done, ...rest } = file;
  context.file = rest;
  writeFile(context, {
    suspended: { since: file.suspended?.since ?? change.now, until, reason },
    ...(file.suspended === undefined ? { counts: { ...file.counts, suspend: file.counts.suspend + 1 } } : {}),
  });
  change.event('suspended', { until });
  const wake = reviewInstant(context, until).toISOString().replace(/\.\d+/, '');
  return effect.variable === undefined ? {} : { [effect.variable]: wake };
}

/** 恢复处置: the pause ends and the clock goes on. */
export async function resume(context: ActContext): Promise<ActVariables> {
  const { app, change } = context;
  await changeClocks({
    app,
    change,
    kinds: ['disposal'],
    edit: (clock) => {
      for (const pause of clock.pauses) if (pause.procedure === procedure) pause.to ??= change.now;
      clock.state = clock.pauses.every((pause) => pause.to !== undefined) ? 'running' : 'paused';
    },
  });
  const { suspended: _over, ...rest } = context.file;
  context.file = rest;
  change.subject.dispatch = rest;
  change.event('resumed', {});
  return {};
}

/** The day of review: after today, and within what the pack allows from now. */
function dayOf(context: ActContext): string {
  const { app, change, dispatch } = context;
  const day = textAt(context, 'untilFrom');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || day <= shanghaiDay(change.now))
    throw dispatchRefused('复核日期须晚于今天', 'the day of review must lie after today');
  const limit = dispatch.actions.find((entry) => entry.kind === 'suspend')?.limit;
  if (limit !== undefined && hasDue(limit)) {
    const { dueDay } = computeDue({ limit, startAt: change.now }, app.calendar.calendar, change.now);
    if (day > dueDay)
      throw dispatchRefused(`复核日期最晚为 ${dueDay}`, `the day of review is ${dueDay} at the latest`);
  }
  return day;
}

function reviewInstant({ app }: ActContext, day: string): Date {
  return closeOfBusiness(day, app.calendar.calendar);
}
