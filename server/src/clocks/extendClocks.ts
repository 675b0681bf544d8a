import {
  assertExtensible,
  ClockError,
  type CountedLimit,
  type CountedUnit,
  describeLimit,
  parseLimit,
} from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
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
  if (!actor.roles.includes('head') || actor.department.id !== seen.departmentId)
    throw new AppError('forbidden');
  const loaded = await app.packs.version(seen.packCode, seen.packVersion);
  const rule = loaded.limitsOf(seen.operation, seen.limitVariant).extension;
  const cite = rule?.cite ?? usualCite;
  const amount = parseAmount(input.amount);
  if (rule === undefined) throw refused('本事项没有延长办理的规定', 'this item has no rule for extension');
  await reauthenticate({ app, actor, password: input.password });
  const { result } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    work: async (change) => {
      requireState(change.subject, 'accepted');
      const documentNo = await oweDocument({
        app,
        change,
        kind: 'extensionNotice',
        facts: {
          reason,
          extension: describeLimit(parseLimit(input.amount))['zh-CN'],
          legalBasis: cite,
        },
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
            assertExtensible(
              clockInputOf(clock),
              extension,
              { maximum: rule.maximum },
              app.calendar.calendar,
            );
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
      change.event('extended', { amount: input.amount, documentNo, approver: actor.name });
      return clocks;
    },
  });
  return result;
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
