import { explain, lightOf } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { Locale } from '../errors/appError.ts';
import { clockInputOf } from './clockInputOf.ts';
import type { ClockDocument } from './model.ts';

/** A clock for the screen, with its light now. */
export function viewClock(app: AppContext, clock: ClockDocument) {
  const view = lightOf(clockInputOf(clock), app.calendar.calendar, app.time.now());
  return {
    id: clock._id,
    kind: clock.kind,
    limit: clock.limit,
    cite: clock.cite ?? null,
    startAt: clock.startAt.toISOString(),
    dueAt: view.dueAt.toISOString(),
    dueDay: view.dueDay,
    provisional: view.provisional,
    state: clock.state,
    light: clock.state === 'ended' ? null : view.light,
    remainingWorkdays: view.remainingWorkdays,
    overdueWorkdays: view.overdueWorkdays,
    words: view.words,
    pauses: clock.pauses.map((pause) => ({
      from: pause.from.toISOString(),
      to: pause.to?.toISOString() ?? null,
      reason: pause.reason,
      documentNo: pause.documentNo,
    })),
    extensions: clock.extensions.map((extension) => ({
      amount: extension.amount,
      approver: extension.approver,
      documentNo: extension.documentNo,
      requestedAt: extension.requestedAt.toISOString(),
    })),
    stoppedAt: clock.stoppedAt?.toISOString() ?? null,
    endedBecause: clock.endedBecause ?? null,
    escalation: clock.escalation.map((step) => ({
      key: step.key,
      dueAt: step.dueAt.toISOString(),
      firedAt: step.firedAt?.toISOString() ?? null,
    })),
  };
}

/** The arithmetic of a clock, line by line, for a supervisor, a department or a court. */
export function explainClock(app: AppContext, clock: ClockDocument, locale: Locale) {
  const now = app.time.now();
  const input = clockInputOf(clock);
  const zh = explain(input, app.calendar.calendar, now, 'zh-CN');
  const en = explain(input, app.calendar.calendar, now, 'en');
  return {
    clock: viewClock(app, clock),
    lines: zh.lines,
    text: (locale === 'en' ? en : zh).text,
    textZh: zh.text,
    textEn: en.text,
  };
}
