import { computeDue, describeLimit, hasDue } from '@onewindow/clocks';
import { ruleOfAct } from '@onewindow/processes';
import { hoursOf } from '../clocks/hoursOf.ts';
import { type ActContext, textAt } from './actContext.ts';
import { dispatchRefused } from './dispatchRefused.ts';

/** What the pack allows of an act: how often, how late, and that it is reasoned. Throws AppError `dispatchRefused`. */
export function checkAct(context: ActContext): void {
  const { dispatch, effect, file, change, app } = context;
  const kind = ruleOfAct[effect.act];
  const rule = dispatch.actions.find((entry) => entry.kind === kind);
  if (kind === undefined || rule === undefined) return;
  if (rule.reasonRequired && textAt(context, 'reasonFrom') === '')
    throw dispatchRefused('请写明理由', 'a reason is required');
  if (kind !== 'void' && rule.times !== undefined && file.counts[kind] >= rule.times)
    throw dispatchRefused(
      `每个案卷最多 ${rule.times} 次`,
      `a case file may have it ${rule.times} time(s) at most`,
    );
  if (kind === 'sendBack' && rule.limit !== undefined && hasDue(rule.limit)) {
    const startAt = file.assignedAt ?? change.now;
    const clock = { limit: rule.limit, startAt, ...hoursOf(app, change.subject.departmentId) };
    const { dueAt } = computeDue(clock, app.calendar.calendar, change.now);
    const words = describeLimit(rule.limit);
    if (change.now > dueAt)
      throw dispatchRefused(
        `须在派遣后 ${words['zh-CN']} 内提出`,
        `it is to be asked for within ${words.en} of the dispatch`,
      );
  }
}
