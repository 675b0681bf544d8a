import { assertExtensible, ClockError, type Limit } from '@onewindow/clocks';
import { readPointer } from '../catalog/readVariables.ts';
import { changeClocks } from '../clocks/changeClocks.ts';
import { clockInputOf } from '../clocks/clockInputOf.ts';
import type { ClockDocument } from '../clocks/model.ts';
import { type ActContext, type ActVariables, textAt, writeFile } from './actContext.ts';
import { dispatchRefused } from './dispatchRefused.ts';
import { inUnitOf } from './inUnitOf.ts';

/** 申请延期: asked before the clock is due; whether it may be had at all is said at once. Throws AppError `dispatchRefused`. */
export async function askPostpone(context: ActContext): Promise<ActVariables> {
  const { change, actor } = context;
  const amount = amountOf(context);
  const clock = (await change.clocks.all()).find(isOpenDisposal);
  if (clock === undefined) throw dispatchRefused('没有正在计时的处置时限', 'no clock of disposal is running');
  check(context, clock, { amount, requestedAt: change.now });
  writeFile(context, {
    request: {
      kind: 'postpone',
      at: change.now,
      by: actor.name,
      reason: textAt(context, 'reasonFrom'),
      amount,
    },
  });
  change.event('postponementAsked', { amount });
  return {};
}

/** 同意延期: the clock of disposal is extended in its own unit, as of the instant of the request. Throws AppError `dispatchRefused`. */
export async function postpone(context: ActContext): Promise<ActVariables> {
  const { app, change, actor, file } = context;
  const { request } = file;
  if (request?.kind !== 'postpone') throw dispatchRefused('没有待审批的延期申请', 'no request is open');
  const amount = context.effect.amountFrom === undefined ? (request.amount ?? 0) : amountOf(context);
  await changeClocks({
    app,
    change,
    kinds: ['disposal'],
    edit: (clock) => {
      const extension = {
        amount,
        approver: actor.name,
        documentNo: '',
        reason: request.reason,
        requestedAt: new Date(request.at),
      };
      check(context, clock, extension);
      clock.extensions = [...clock.extensions, extension];
    },
  });
  const { request: _done, ...rest } = file;
  context.file = rest;
  writeFile(context, { counts: { ...file.counts, postpone: file.counts.postpone + 1 } });
  change.event('postponed', { amount, approver: actor.name });
  return {};
}

function isOpenDisposal(clock: ClockDocument): boolean {
  return clock.kind === 'disposal' && (clock.state === 'running' || clock.state === 'paused');
}

function amountOf({ effect, data }: ActContext): number {
  const amount = Number(readPointer(data, effect.amountFrom ?? '') ?? 0);
  if (!Number.isInteger(amount) || amount < 1)
    throw dispatchRefused('延期数量须为正整数', 'the time to be added is a whole number of units');
  return amount;
}

function check(
  { app, dispatch }: ActContext,
  clock: ClockDocument,
  extension: { amount: number; requestedAt: Date },
): void {
  const rule = dispatch.actions.find((entry) => entry.kind === 'postpone');
  const input = clockInputOf(clock);
  const maximum: Limit | undefined = rule?.limit && inUnitOf(rule.limit, input.limit);
  if (maximum === undefined)
    throw dispatchRefused('该时限不能延期', 'a limit in this unit cannot be extended');
  try {
    assertExtensible(
      input,
      { ...extension, approver: '' },
      { maximum, times: rule?.times ?? Number.MAX_SAFE_INTEGER },
      app.calendar.calendar,
    );
  } catch (error) {
    if (error instanceof ClockError) throw dispatchRefused(error.userMessage['zh-CN'], error.userMessage.en);
    throw error;
  }
}
