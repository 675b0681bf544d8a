import {
  assertExtensible,
  ClockError,
  type CountedLimit,
  type CountedUnit,
  describeLimit,
  formatLimit,
  parseLimit,
} from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import { type CaseChange, changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { readCase } from '../cases/readCase.ts';
import { requireState } from '../cases/requireState.ts';
import { oweDocument } from '../documents/oweDocument.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { reauthenticate } from '../identity/reauthenticate.ts';
import { changeClocks } from './changeClocks.ts';
import { clockInputOf } from './clockInputOf.ts';
import type { ClockDocument } from './model.ts';

const usualCite = '《中华人民共和国行政许可法》第四十二条';

/**
 * Extension, once, approved by the head of the deciding department, the reason told to the applicant (Administrative
 * License Law art. 42). Both approval clocks are extended where they count in the extension's unit.
 * Throws AppError `extensionRefused`, `forbidden`, `reauthenticationFailed`, `stateConflict`.
 */
export async function extendClocks(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  amount: string;
  reason: string;
  password: string | undefined;
}): Promise<ClockDocument[]> {
  const { app, actor, caseId, reason } = input;
  const seen = await readCase(app, actor, caseId);
  requireApprover(actor, seen.departmentId);
  await ruleOf(app, seen);
  const amount = parseAmount(input.amount);
  await reauthenticate({ app, actor, password: input.password });
  const { result } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    work: (change) => extendInChange({ app, change, actor, amount, reason }),
  });
  return result;
}

/**
 * The same within a change of the case, by an approver who has authenticated again: a step of the process may be the approval.
 * Throws AppError `extensionRefused`, `forbidden`, `stateConflict`.
 */
export async function extendInChange(options: {
  app: AppContext;
  change: CaseChange;
  actor: Actor;
  amount: CountedLimit;
  reason: string;
}): Promise<ClockDocument[]> {
  const { app, change, actor, amount, reason } = options;
  const { subject } = change;
  requireApprover(actor, subject.departmentId);
  requireState(subject, 'accepted');
  const { maximum, cite } = await ruleOf(app, subject);
  if (subject.remakes?.ordered === true)
    throw refused(
      '复议机关或者人民法院责令重新作出的期限不得延长',
      'the time in which a body or court orders the act anew is not extended',
      subject.remakes.documentNo,
    );
  if (reason.trim() === '')
    throw refused('延长须有理由，并告知申请人', 'an extension has a reason that the applicant is told', cite);
  const documentNo = await oweDocument({
    app,
    change,
    kind: 'extensionNotice',
    facts: { reason, extension: describeLimit(amount)['zh-CN'], legalBasis: cite },
  });
  let extended = 0;
  const clocks = await changeClocks({
    app,
    change,
    kinds: ['statutory', 'promised'],
    edit: (clock) => {
      // A promise of 即办 has nothing to extend; the statutory limit has.
      if (!countsIn(clock, amount.unit)) return;
      extended += 1;
      const extension = {
        amount: amount.value,
        approver: actor.name,
        documentNo,
        reason,
        requestedAt: change.now,
      };
      try {
        assertExtensible(clockInputOf(clock), extension, { maximum }, app.calendar.calendar);
      } catch (error) {
        if (error instanceof ClockError)
          throw refused(error.userMessage['zh-CN'], error.userMessage.en, cite);
        throw error;
      }
      clock.extensions = [...clock.extensions, extension];
    },
  });
  if (extended === 0)
    throw refused(
      '延长的单位与办理时限的单位不同',
      'no limit of the case counts in the unit of the extension',
    );
  change.event('extended', { amount: formatLimit(amount), documentNo, approver: actor.name });
  return clocks;
}

/** The rule by which the limits of a case are extended. Throws AppError `extensionRefused` where its item has none. */
async function ruleOf(
  app: AppContext,
  subject: Pick<CaseDocument, 'packCode' | 'packVersion' | 'operation' | 'limitVariant'>,
) {
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const rule = loaded.limitsOf(subject.operation, subject.limitVariant).extension;
  if (rule === undefined) throw refused('本事项没有延长办理的规定', 'this item has no rule for extension');
  return { ...rule, cite: rule.cite ?? usualCite };
}

function requireApprover(actor: Actor, departmentId: string): void {
  if (!actor.roles.includes('head') || actor.department.id !== departmentId) throw new AppError('forbidden');
}

function countsIn({ limit }: ClockDocument, unit: CountedUnit): boolean {
  const counted = parseLimit(limit);
  return 'value' in counted && counted.unit === unit;
}

function parseAmount(text: string): CountedLimit {
  const limit = parseLimit(text);
  if (!('value' in limit)) throw refused('延长期限须为具体数量', 'an extension is a number of days');
  return limit;
}

/** `cite`: the rule that it breaks, law and article. */
function refused(zh: string, en: string, cite = usualCite): AppError {
  return new AppError('extensionRefused', { params: { reason: `${zh} / ${en}（${cite}）` } });
}
