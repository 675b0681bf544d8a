import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import file from '../../../data/daxing/evaluationRules.json' with { type: 'json' };
import { readSchemeFile, schemeKinds, schemeOf } from '../schemes/schemeFile.ts';
import { completed } from '../schemes/schemeInForce.ts';
import { explainFigure, explainTotal } from './explainScore.ts';
import { adjusted, type Fact } from './facts.ts';
import { type Rankable, rankSubjects } from './rankSubjects.ts';
import { fullMarks, scoreFigure } from './scoreFigure.ts';
import { scoreSubject, totalOf } from './scoreSubject.ts';

const share = { weight: 10, parameters: { full: 100, zero: 80 } };
const at = new Date('2026-11-02T02:00:00Z');
const fact = (key: string, more: Partial<Fact> = {}): Fact => ({
  ...{ key, kind: 'case', id: key, no: key, at },
  ...more,
});
const facts = (good: number, bad: number): Fact[] =>
  Array.from({ length: good + bad }, (_one, index) => fact(`c${index}`, { good: index < good }));
const onTime = { id: 'onTime', measure: 'share' } as const;
const countArbitrary = fc.nat({ max: 300 });
const pointsArbitrary = fc.record({
  weight: fc.integer({ min: 0, max: 100 }),
  points: fc.option(fc.integer({ min: 0, max: fullMarks })),
});

describe('a figure', () => {
  it('is scored between its lines, each step rounded to hundredths', () => {
    const { value, points } = scoreFigure(onTime, share, facts(11, 1), 1);
    assert.deepEqual([value, points], [9167, 5835]);
    const tempo = { weight: 10, parameters: { full: 60, zero: 110 } };
    const slow = scoreFigure({ id: 'tempo', measure: 'ratio' }, tempo, [fact('a', { n: 37, of: 48 })], 1);
    assert.deepEqual([slow.value, slow.points], [7708, 6584]);
    const tally = { weight: 10, parameters: { full: 20, zero: 0 } };
    const reports = scoreFigure({ id: 'reports', measure: 'tally' }, tally, facts(3, 0), 3);
    assert.deepEqual([reports.value, reports.points], [100, 500]);
  });

  it('of nothing does not count, but no card is full marks and no report is none', () => {
    assert.equal(scoreFigure(onTime, share, [], 1).points, null);
    const card = { weight: 10, parameters: { yellow: 20, red: 60 } };
    assert.equal(scoreFigure({ id: 'cards', measure: 'deduct' }, card, [], 1).points, fullMarks);
    const two = [fact('a', { cls: 'yellow' }), fact('b', { cls: 'red' }), fact('c', { cls: 'red' })];
    assert.equal(scoreFigure({ id: 'cards', measure: 'deduct' }, card, two.slice(0, 2), 1).points, 2000);
    assert.equal(scoreFigure({ id: 'cards', measure: 'deduct' }, card, two, 1).points, 0, 'never below none');
    const tally = { weight: 10, parameters: { full: 20, zero: 0 } };
    assert.equal(scoreFigure({ id: 'reports', measure: 'tally' }, tally, [], 1).points, 0);
  });

  it('stays within 0 and 100, and a case more in time never lowers it', () => {
    fc.assert(
      fc.property(countArbitrary, countArbitrary, fc.nat({ max: 99 }), (good, bad, zero) => {
        const setting = { weight: 10, parameters: { full: 100, zero } };
        const of = (g: number, b: number) => scoreFigure(onTime, setting, facts(g, b), 1).points;
        const points = of(good, bad);
        if (points === null) return good + bad === 0;
        assert.ok(points >= 0 && points <= fullMarks);
        assert.ok((of(good + 1, bad) ?? 0) >= points);
        assert.ok((of(good, bad + 1) ?? 0) <= points);
        return true;
      }),
    );
  });

  it('an upheld appeal never lowers a share or a deduction', () => {
    const card = { weight: 10, parameters: { yellow: 20, red: 60 } };
    fc.assert(
      fc.property(countArbitrary, fc.integer({ min: 1, max: 300 }), (good, bad) => {
        const all = facts(good, bad);
        const key = `c${good}`;
        const before = scoreFigure(onTime, share, all, 1).points ?? 0;
        for (const effect of ['good', 'exclude'] as const) {
          const after = scoreFigure(onTime, share, adjusted(all, [{ key, effect }]), 1).points;
          assert.ok(after === null || after >= before);
        }
        const cards = all.map((one) => ({ ...one, cls: 'yellow' }));
        const kind = { id: 'cards', measure: 'deduct' } as const;
        const off = (of: Fact[]) => scoreFigure(kind, card, of, 1).points ?? 0;
        assert.ok(off(adjusted(cards, [{ key, effect: 'exclude' }])) >= off(cards));
      }),
    );
  });
});

describe('a score', () => {
  it('is the mean by weight: between the least and the best figure, whatever the scale of the weights', () => {
    fc.assert(
      fc.property(fc.array(pointsArbitrary, { maxLength: 9 }), (figures) => {
        const counting = figures.filter(({ points, weight }) => points !== null && weight > 0);
        const total = totalOf(figures);
        if (counting.length === 0) return total === null;
        const points = counting.map((one) => one.points ?? 0);
        assert.ok(total !== null && total >= Math.min(...points) && total <= Math.max(...points));
        const doubled = figures.map(({ weight, points: own }) => ({ weight: weight * 2, points: own }));
        return totalOf(doubled) === total;
      }),
    );
  });

  it('does not change by a figure that could not be measured', () => {
    const { indicators } = schemeOf('department');
    const setting = completed('department');
    const { score, figures } = scoreSubject(indicators, setting, { onTime: facts(9, 1) }, 1);
    // 25 × 50.00 + 15 × 100.00 + 10 × 100.00, over 50.
    assert.equal(score, 7500);
    assert.deepEqual(
      figures.filter(({ points }) => points !== null).map(({ indicator }) => indicator),
      ['onTime', 'findings', 'cards'],
    );
  });

  it('is explained so that it can be done again by hand', () => {
    const [indicator] = schemeOf('department').indicators;
    assert.ok(indicator);
    const figure = scoreFigure(indicator, share, facts(11, 1), 1);
    assert.deepEqual(
      explainFigure(indicator, figure).map((line) => line['zh-CN']),
      [
        '按期办结 11 ÷ 办结办件 12 = 91.67%',
        '得分 =（91.67 − 80）÷（100 − 80）× 100 = 58.35（零分线 80，满分线 100）',
      ],
    );
    const nothing = explainFigure(indicator, scoreFigure(indicator, share, [], 1));
    assert.match(nothing[0]?.en ?? '', /^There were no cases decided in the period/);
    const line = { score: 5835, figures: [figure], rank: null, rankedOf: 3, tied: false, base: 2 };
    const said = explainTotal('department', { ...line, unranked: 'fewFacts' }, 5);
    assert.equal(said[0]?.en, 'score = sum of weight × points ÷ sum of weights = (10 × 58.35) ÷ 10 = 58.35');
    assert.equal(
      said.at(-1)?.['zh-CN'],
      '不排名：办结办件只有 2 件，少于 5 件；数量太少，名次主要取决于偶然',
    );
  });
});

describe('ranks', () => {
  const subject = (subjectId: string, score: number | null, base = 10, group = 'district'): Rankable => ({
    ...{ subjectId, group, score, base },
  });

  it('are shared by equal scores, and the next ones are passed over', () => {
    const ranks = rankSubjects(
      [
        subject('a', 9000),
        subject('b', 9500),
        subject('c', 9000),
        subject('d', 8000),
        subject('t', 1, 10, 'town'),
      ],
      5,
    );
    const of = (id: string) => [ranks.get(id)?.rank, ranks.get(id)?.tied, ranks.get(id)?.rankedOf];
    assert.deepEqual(['b', 'a', 'c', 'd', 't'].map(of), [
      [1, false, 4],
      [2, true, 4],
      [2, true, 4],
      [4, false, 4],
      [1, false, 1],
    ]);
  });

  it('have no place for small numbers, and these move nobody else', () => {
    const ranks = rankSubjects([subject('a', 9000), subject('few', 9900, 4), subject('none', null)], 5);
    assert.deepEqual(
      [...ranks.values()].map(({ rank, unranked }) => [rank, unranked]),
      [
        [1, undefined],
        [null, 'fewFacts'],
        [null, 'noScore'],
      ],
    );
  });

  it('follow the score for any scores: better is never behind, equal is never apart, the order does not matter', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 }), { maxLength: 30 }), (scores) => {
        const subjects = scores.map((score, index) => subject(`s${index}`, score));
        const ranks = rankSubjects(subjects, 5);
        const other = rankSubjects([...subjects].reverse(), 5);
        const rank = (index: number) => ranks.get(`s${index}`)?.rank ?? 0;
        for (const [one, score] of scores.entries()) {
          assert.equal(rank(one), 1 + scores.filter((better) => better > score).length);
          assert.equal(rank(one), other.get(`s${one}`)?.rank);
        }
      }),
    );
  });
});

describe('the scheme file', () => {
  it('has weights of 100 together in each scheme, and is refused otherwise', () => {
    for (const kind of schemeKinds)
      assert.equal(
        schemeOf(kind).indicators.reduce((sum, { weight }) => sum + weight, 0),
        100,
      );
    const changed = (edit: (copy: typeof file) => void) => {
      const copy = structuredClone(file);
      edit(copy);
      return () => readSchemeFile(copy);
    };
    assert.throws(
      changed(({ schemes }) => Object.assign(schemes[0]?.indicators[0] ?? {}, { weight: 24 })),
      /weights are not 100/,
    );
    assert.throws(
      changed(({ schemes }) => Object.assign(schemes[0]?.indicators[0] ?? {}, { better: 'lower' })),
      /wrong side/,
    );
    assert.throws(
      changed(({ schemes }) => Object.assign(schemes[0] ?? {}, { base: 'nothing' })),
      /base is no indicator/,
    );
  });
});
