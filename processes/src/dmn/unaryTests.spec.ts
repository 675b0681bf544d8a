import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { unaryTest } from 'feelin';
import { parseUnaryTests, passes, type Scalar } from './unaryTests.ts';

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
          const answer: unknown = unaryTest(source, { '?': value as Scalar });
          const judged =
            answer !== null && typeof answer === 'object' && 'value' in answer ? answer.value : answer;
          assert.equal(passes(test, value), judged === true, `${source} for ${JSON.stringify(value)}`);
        },
      ),
      { numRuns: 2000 },
    );
  });

  for (const source of [
    'town',
    'date("2026-01-01")',
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
