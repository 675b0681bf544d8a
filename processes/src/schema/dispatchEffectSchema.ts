import { z } from 'zod';
import { field } from './field.ts';
import { keySchema, pointerSchema } from './text.ts';

/** What a step of a dispatch may do to the case file (GB/T 30428.1 stages, and 退单, 延期, 挂账, 返工, 作废, 回访). */
export const dispatchActs = [
  'reclassify',
  'open',
  'assign',
  'answer',
  'finish',
  'sendBack',
  'dispute',
  'settle',
  'askPostpone',
  'postpone',
  'askSuspend',
  'suspend',
  'resume',
  'decline',
  'redo',
  'void',
  'callBack',
  'missCall',
  'close',
] as const;
export type DispatchAct = (typeof dispatchActs)[number];

/** What the variable of a call back can hold after it. */
export const callBackResults = ['solved', 'reopen', 'again', 'unreached'] as const;

/** What an act takes from the form or gives to the process; lint asks for it. */
export const partsOfAct: Readonly<Partial<Record<DispatchAct, readonly DispatchPart[]>>> = {
  sendBack: ['reasonFrom'],
  dispute: ['reasonFrom'],
  settle: ['reasonFrom'],
  askPostpone: ['reasonFrom', 'amountFrom'],
  askSuspend: ['reasonFrom', 'untilFrom'],
  suspend: ['untilFrom', 'variable'],
  redo: ['reasonFrom'],
  void: ['reasonFrom'],
  callBack: ['variable'],
  missCall: ['variable'],
};
export type DispatchPart = 'reasonFrom' | 'amountFrom' | 'untilFrom' | 'variable';

/** The rule of `dispatch.actions` that an act is under. */
export const ruleOfAct: Readonly<
  Partial<Record<DispatchAct, 'sendBack' | 'postpone' | 'suspend' | 'redo' | 'void'>>
> = { sendBack: 'sendBack', askPostpone: 'postpone', askSuspend: 'suspend', redo: 'redo', void: 'void' };

export const dispatchEffectSchema = z.strictObject({
  act: field(
    z.enum(dispatchActs),
    'reclassify 更正类别或紧急程度，open 立案，assign 派遣（响应、处置时限起算），answer 接单（响应时限停止），finish 处置完毕（处置时限停止），sendBack 退单，dispute 提出权属争议（响应时限停止，处置时限继续），settle 裁定权属（响应时限重新起算，此后不得再退单、再提出争议），askPostpone 申请延期，postpone 同意延期，askSuspend 申请挂账，suspend 同意挂账（时限暂停），resume 恢复处置，decline 不同意，redo 返工（新的一轮，处置时限重新起算），void 作废，callBack 回访，missCall 未联系上，close 结案',
    'correct category or urgency; open the case file; assign (the clocks of response and disposal start); answer; finish; send back; dispute who is responsible (the clock of response stops, that of disposal goes on) and settle it (response anew; from then on nobody sends it back or disputes it again); ask for more time and grant it; ask for suspension, grant it (the clock pauses) and resume; decline; redo (a new round, the clock of disposal anew); void; call back and a call not taken; close',
    'assign',
  ),
  reasonFrom: field(pointerSchema.optional(), '理由所在字段', 'Field with the reason', '/reason'),
  amountFrom: field(
    pointerSchema.optional(),
    '延期数量所在字段，单位与处置时限相同',
    'Field with the time to be added, in the unit of the limit of disposal',
    '/hours',
  ),
  untilFrom: field(
    pointerSchema.optional(),
    '挂账复核日期所在字段（YYYY-MM-DD）',
    'Field with the day on which a suspension is looked at again (YYYY-MM-DD)',
    '/reviewOn',
  ),
  levelFrom: field(
    pointerSchema.optional(),
    '紧急程度所在字段，取值为 dispatch.levels 的标识',
    'Field with the urgency, a key of `dispatch.levels`',
    '/urgency',
  ),
  categoryFrom: field(
    pointerSchema.optional(),
    '更正后的小类（或大类）所在字段',
    'Field with the category as corrected',
    '/subcategory',
  ),
  variable: field(
    keySchema.optional(),
    '写入的流程变量：suspend 为复核时刻（供定时器使用），callBack、missCall 为 solved、reopen、again、unreached 之一',
    'Process variable that is set: the instant of review (for a timer) by suspend; solved, reopen, again or unreached by callBack and missCall',
    'callBackResult',
  ),
});

export type DispatchEffect = z.infer<typeof dispatchEffectSchema>;
