import { describeLimit, parseLimit } from '@onewindow/clocks';
import { chineseDate } from '@onewindow/signing';
import eventTexts from '../../data/eventTexts.json' with { type: 'json' };
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { personOf } from '../cases/personOf.ts';
import { oweDocument } from '../documents/oweDocument.ts';
import { yuanOf } from './fen.ts';
import type { EntitlementDocument } from './model.ts';
import type { ReclaimDocument } from './reclaimModel.ts';

/** What was received without a legal ground is given back (Civil Code art. 985), where the pack cites nothing of its own. */
const otherwise = { cite: '《中华人民共和国民法典》第九百八十五条', within: parseLimit('30 day') };

const grounds: Readonly<Record<string, { 'zh-CN': string }>> = eventTexts.words.ground;

/**
 * Owes the letter to the holder of a benefit that was overpaid 追回决定书: what was paid for which period, on what basis it is
 * claimed back, by when, and the ways of appeal. In the transaction of the reclaim. Returns its number.
 */
export async function oweReclaimLetter(options: {
  app: AppContext;
  change: CaseChange;
  reclaim: ReclaimDocument;
  entitlement: EntitlementDocument;
}): Promise<string> {
  const { app, change, reclaim, entitlement } = options;
  const { subject, session } = change;
  const { pack } = await app.packs.version(subject.packCode, subject.packVersion);
  const { cite, within } = pack.payment?.reclaim ?? otherwise;
  const earlier = await app.models.reclaims.countDocuments(
    { tenant: app.tenant, entitlementId: reclaim.entitlementId },
    { session },
  );
  const { ground, on, reason, amountFen } = reclaim;
  const holder = personOf(app, subject).applicant?.name ?? '';
  return oweDocument({
    app,
    change,
    kind: 'reclaimDecision',
    slot: String(earlier + 1),
    facts: {
      // What was paid to somebody who has died is asked of those who hold it now.
      addressee: ground === 'death' ? `${holder}的继承人、家属` : holder,
      ground: grounds[ground]?.['zh-CN'] ?? ground,
      ...(ground === 'amountLowered'
        ? { loweredAmount: yuanOf(entitlement.amountFen) }
        : { endedDay: chineseDate(on) }),
      reason: reason ?? '',
      amount: yuanOf(amountFen),
      payments: reclaim.lines.map((line) => ({
        period: periodWords(line.period),
        amount: yuanOf(line.amountFen),
      })),
      legalBasis: cite,
      repayWithin: describeLimit(within)['zh-CN'],
    },
  });
}

/** `2027-04` as 2027年4月; quarters and years as lists call them. */
function periodWords(period: string): string {
  const month = /^(\d{4})-(\d{2})$/.exec(period);
  return month === null ? period : `${month[1]}年${Number(month[2])}月`;
}
