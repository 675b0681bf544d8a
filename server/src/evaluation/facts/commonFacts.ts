import { shanghaiDay } from '@onewindow/clocks';
import type { SatisfactionDocument } from '../../satisfaction/model.ts';
import type { CardDocument, FindingDocument } from '../../supervision/model.ts';
import type { Span } from '../period.ts';
import type { Fact } from '../scoring/facts.ts';
import type { DecidedCase, OrderDue } from './readSources.ts';

/** Grades from this one up are good (国办发〔2019〕51号: 非常满意、满意、基本满意). */
const worstGood = 3;

const ofCase = ({ _id, caseNo, decision }: DecidedCase) =>
  ({ key: _id, kind: 'case', id: _id, no: caseNo ?? '', at: decision.at }) as const;

export function decidedInTime(cases: readonly DecidedCase[]): Fact[] {
  return cases.map((subject) => ({ ...ofCase(subject), good: subject.decision.onTime }));
}

/** Working days taken and promised, of the cases that know both. */
export function tempoOf(cases: readonly DecidedCase[]): Fact[] {
  return cases.flatMap((subject) => {
    const { workdays } = subject.decision;
    if (workdays === undefined || subject.promised === undefined) return [];
    return [{ ...ofCase(subject), n: workdays, of: subject.promised, good: workdays <= subject.promised }];
  });
}

export function toldAtOnce(cases: readonly DecidedCase[]): Fact[] {
  return cases.map((subject) => ({
    ...ofCase(subject),
    good: (subject.supplement?.round ?? 0) <= 1,
  }));
}

export function findingFacts(findings: readonly FindingDocument[]): Fact[] {
  return findings.map(({ _id, caseNo, severity, closedAt, foundAt }) => ({
    key: _id,
    kind: 'finding',
    id: _id,
    no: caseNo,
    at: closedAt ?? foundAt,
    cls: severity ?? 'warning',
  }));
}

export function cardFacts(cards: readonly CardDocument[]): Fact[] {
  return cards.map(({ _id, number, colour, at }) => ({
    key: _id,
    kind: 'card',
    id: _id,
    no: number,
    at,
    cls: colour,
  }));
}

export function orderFacts(orders: readonly OrderDue[]): Fact[] {
  return orders.map(({ urge, clockId, dueAt, inTime }) => ({
    key: clockId,
    kind: 'order',
    id: urge._id,
    no: urge.number ?? urge.caseNo,
    at: dueAt,
    good: inTime,
  }));
}

export function ratingFacts(ratings: readonly SatisfactionDocument[]): Fact[] {
  return ratings.map(({ _id, caseId, caseNo, grade, at }) => ({
    key: _id,
    kind: 'rating',
    id: caseId,
    no: caseNo,
    at,
    good: grade >= worstGood,
  }));
}

/** Bad ratings whose day to be answered lies in the span; one that still has time does not count yet. */
export function badRatingFacts(ratings: readonly SatisfactionDocument[], span: Span, now: Date): Fact[] {
  const today = shanghaiDay(now);
  return ratings.flatMap(({ _id, caseId, caseNo, at, replyDueDay, reply }) => {
    if (replyDueDay === undefined || replyDueDay < span.from || replyDueDay > span.to) return [];
    if (reply === undefined && replyDueDay >= today) return [];
    const good = reply !== undefined && shanghaiDay(reply.at) <= replyDueDay;
    return [{ key: _id, kind: 'rating', id: caseId, no: caseNo, at, good } as const];
  });
}
