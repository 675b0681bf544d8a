import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { evaluate, unaryTest } from 'feelin';
import { dayOf, parseUnaryTests, passes, type Scalar, toDay } from './unaryTests.ts';

const number = fc.integer({ min: -4, max: 4 }).map(String);
const text = fc.constantFrom('"a"', '"b"', '"c"', '""');
/** From the smaller to the larger: what a reversed range means differs between interpreters. */
const range = (part: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.constantFrom('[', '('), part, part, fc.constantFrom(']', ')'))
    .map(
      ([open, a, b, close]) => `${open}${[a, b].sort((x, y) => Number(x) - Number(y)).join('..')}${close}`,
    );
const ordered = (part: fc.Arbitrary<string>) =>
  fc.oneof(
    fc.tuple(fc.constantFrom('<', '<=', '>', '>='), part).map((parts) => parts.join(' ')),
    range(part),
  );
const list = (part: fc.Arbitrary<string>) =>
  fc.array(part, { minLength: 1, maxLength: 3 }).map((all) => all.join(', '));
const cell = fc.oneof(
  fc.constant('-'),
  list(fc.oneof(number, ordered(number))),
  list(text),
  list(fc.oneof(number, ordered(number))).map((tests) => `not(${tests})`),
  list(text).map((tests) => `not(${tests})`),
);

/** The interpreter tells warnings beside its value. */
const judgedBy = (answer: unknown): unknown =>
  answer !== null && typeof answer === 'object' && 'value' in answer ? answer.value : answer;

describe('parseUnaryTests', () => {
  it('means by a cell what an independent FEEL interpreter means', () => {
    fc.assert(
      fc.property(
        cell,
        fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom('a', 'b', 'c', 'd', '')),
        (source, value) => {
          const test = parseUnaryTests(source);
          assert.ok(test, source);
          // values of another type than the cell's are an error to FEEL, not a question
          if (source !== '-' && source.includes('"') !== (typeof value === 'string')) return;
          const judged = judgedBy(unaryTest(source, { '?': value as Scalar }));
          assert.equal(passes(test, value), judged === true, `${source} for ${JSON.stringify(value)}`);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('orders days as an independent FEEL interpreter does, and takes no text for a day', () => {
    const days = ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'];
    for (const source of [
      '< date("2026-01-01")',
      '>= date( "2026-06-30" )',
      '[date("2026-01-01")..date("2026-06-30")]',
      '(date("2026-01-01")..date("2026-07-01"))',
      'not(< date("2026-01-01"), > date("2026-06-30"))',
    ]) {
      const test = parseUnaryTests(source);
      assert.ok(test, source);
      for (const day of days) {
        const given = judgedBy(evaluate(`date("${day}")`));
        const judged = judgedBy(unaryTest(source, { '?': given as never }));
        assert.equal(passes(test, toDay(day) as Scalar), judged === true, `${source} for ${day}`);
      }
    }
    const early = parseUnaryTests('< date("2026-01-01")');
    assert.equal(passes(early as never, '2025-01-01'), false);
    assert.deepEqual(
      [dayOf('2026-01-01'), dayOf(toDay('2026-01-01')), toDay('2026-02-30')],
      [undefined, '2026-01-01', undefined],
    );
  });

  for (const source of [
    'town',
    'date("2026-02-30")',
    'date(x)',
    '1 + 2',
    '< x',
    '["a", "b"]',
    '? > 3',
    '[1..',
    'not 1',
    '1 2',
    "'a'",
  ]) {
    it(`leaves ${source} to the engine`, () => assert.equal(parseUnaryTests(source), null));
  }
});
