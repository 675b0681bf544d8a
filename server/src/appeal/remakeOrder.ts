import { hasDue, type Limit, parseLimit, shanghaiDay, shanghaiInstant } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { AppealDocument, AppealOutcome, OverturnGround } from './model.ts';
import type { PartChange } from './readPartChanges.ts';
import { isOverturning } from './takeBackDecision.ts';

/** What the paper with the result of an appeal says, as the officer copies it. */
export interface AppealPaper {
  documentNo?: string | undefined;
  /** Shanghai day on which the paper came; left out: today. */
  servedOn?: string | undefined;
  ground?: OverturnGround | undefined;
  /** A revoked decision is to be made anew. One that was changed as a whole always is; one of which parts were changed stands. */
  anew?: boolean | undefined;
  /** Short form of the time that the order names; left out: that of the item. */
  within?: string | undefined;
  /** What of the decision is changed, or falls away; the rest stands. */
  parts?: readonly PartChange[] | undefined;
}

/** What follows from an appeal that took the decision away. */
export interface RemakeOrder {
  documentNo: string;
  servedOn: string;
  /** Where the clocks of the new round begin: now, or the morning of an earlier day. */
  startAt: Date;
  ground?: OverturnGround | undefined;
  anew: boolean;
  within?: Limit | undefined;
  /** Not empty: the decision stands with these parts changed. */
  parts: readonly PartChange[];
}

/**
 * Reads what follows; undefined for a decision that stands. The body or the court orders the act anew within a time that it
 * names (Administrative Reconsideration Law art. 64, Administrative Litigation Law art. 70).
 * Throws AppError `appealPartsMissing`, `appealDocumentMissing`, `dayAhead`, `appealServedEarly`, `appealLimit`.
 */
export function readRemakeOrder(
  app: AppContext,
  appeal: Pick<AppealDocument, 'kind' | 'lodgedOn'>,
  outcome: AppealOutcome,
  paper: AppealPaper,
): RemakeOrder | undefined {
  if (!isOverturning(outcome) && outcome !== 'revokedInPart') return undefined;
  const now = app.time.now();
  const today = shanghaiDay(now);
  const { documentNo = '', servedOn = today, ground } = paper;
  const parts = outcome === 'revoked' ? [] : (paper.parts ?? []);
  if (outcome === 'revokedInPart' && parts.length === 0) throw new AppError('appealPartsMissing');
  if (appeal.kind !== 'internal' && documentNo === '') throw new AppError('appealDocumentMissing');
  if (servedOn > today) throw new AppError('dayAhead');
  if (servedOn < appeal.lodgedOn) throw new AppError('appealServedEarly');
  const within = paper.within === undefined ? undefined : limitOf(paper.within);
  return {
    documentNo,
    servedOn,
    startAt: servedOn === today ? now : shanghaiInstant(servedOn, '09:00'),
    anew: parts.length === 0 && (outcome === 'changed' || paper.anew === true),
    parts,
    ...(ground === undefined ? {} : { ground }),
    ...(within === undefined ? {} : { within }),
  };
}

function limitOf(text: string): Limit {
  try {
    const limit = parseLimit(text);
    if (hasDue(limit) && ['workday', 'day', 'month'].includes(limit.unit)) return limit;
  } catch {
    // Told below.
  }
  throw new AppError('appealLimit', { params: { limit: text } });
}
