import { computeDue, describeLimit, hasDue } from '@onewindow/clocks';
import { hoursOf } from '../clocks/hoursOf.ts';
import { stopClocks } from '../clocks/startCaseClocks.ts';
import { type ActContext, type ActVariables, textAt, writeFile } from './actContext.ts';
import { assignFile } from './assignFile.ts';
import { dispatchRefused } from './dispatchRefused.ts';

/**
 * 权属争议: the unit says that it is not responsible, with a reason; whoever the pack names decides. The response of the unit is over;
 * the clock of disposal goes on, as with a wrong routing (clocks.md). Throws AppError `dispatchRefused`.
 */
export async function disputeOwner(context: ActContext): Promise<ActVariables> {
  const { app, change, actor, dispatch, departmentId, file } = context;
  requireUnsettled(context);
  const reason = reasonOf(context);
  const within = dispatch.disputes?.within;
  if (within !== undefined && hasDue(within)) {
    const startAt = file.assignedAt ?? change.now;
    const clock = { limit: within, startAt, ...hoursOf(app, departmentId) };
    const words = describeLimit(within);
    if (change.now > computeDue(clock, app.calendar.calendar, change.now).dueAt)
      throw dispatchRefused(
        `须在派遣后 ${words['zh-CN']} 内提出`,
        `it is to be raised within ${words.en} of the dispatch`,
      );
  }
  await stopClocks({ app, change, kinds: ['response'] });
  const { unit: _unit, ...rest } = file;
  context.file = rest;
  writeFile(context, { dispute: { unit: departmentId, by: actor.name, at: change.now, reason } });
  change.event('ownerDisputed', { department: departmentId });
  return {};
}

/**
 * 裁定权属: who is responsible is decided, with a reason, and asked for its response; the form's variables say where the process goes.
 * The decision is final: nobody sends the file back or disputes it again. Throws AppError `dispatchRefused`.
 */
export async function settleDispute(context: ActContext): Promise<ActVariables> {
  const { change, actor, file } = context;
  if (file.dispute === undefined) throw dispatchRefused('没有权属争议', 'nothing is disputed');
  requireUnsettled(context);
  const ruling = { by: actor.name, at: change.now, reason: reasonOf(context) };
  writeFile(context, { dispute: { ...file.dispute, ruling } });
  change.event('disputeSettled', {});
  return assignFile(context);
}

/** Throws AppError `dispatchRefused` once it was decided who is responsible. */
export function requireUnsettled({ file }: ActContext): void {
  if (file.dispute?.ruling !== undefined)
    throw dispatchRefused(
      '权属已经裁定，由确定的单位办理',
      'it was decided who is responsible, and that unit deals with it',
    );
}

function reasonOf(context: ActContext): string {
  const reason = textAt(context, 'reasonFrom');
  if (reason === '') throw dispatchRefused('请写明理由', 'a reason is required');
  return reason;
}
