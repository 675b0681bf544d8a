import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Atom, covered, partitionInput } from './partitionInput.ts';
import { TableSpace, TableTooComplex } from './TableSpace.ts';
import { parseUnaryTests, passes, type Scalar, type UnaryTest } from './unaryTests.ts';

const texts = ['a', 'b', 'c', 'd'];
/** Every value that random cells can tell apart: quarters between −1 and 5, and beyond. */
const numbers = Array.from({ length: 33 }, (_, index) => index / 4 - 2);
const numberCell = fc.constantFrom(
  '-',
  '< 1',
  '>= 1',
  '[1..3]',
  '(1..3)',
  '2',
  '1, 3',
  'not(2)',
  '> 3',
  '<= 0',
  '[2..2]',
  '[3..1]',
);
const textCell = fc.constantFrom('-', '"a"', '"b", "c"', 'not("a")', 'not("a", "d")', '"d"');
const flagCell = fc.constantFrom('-', 'true', 'false', 'not(true)');
const table = fc.array(fc.tuple(numberCell, textCell, flagCell, numberCell), { maxLength: 7 });
const closed = { values: texts };

function spaceOf(rows: readonly (readonly string[])[]): {
  space: TableSpace;
  atoms: Atom[][];
  tests: UnaryTest[][];
} {
  const tests = rows.map((row) => row.map((cell) => parseUnaryTests(cell) as UnaryTest));
  const atoms = [{}, closed, { values: [true, false] }, {}].map(
    (domain, at) =>
      partitionInput(
        tests.map((row) => row[at] as UnaryTest),
        domain,
      ) as Atom[],
  );
  const cells = tests.map((row) => row.map((test, at) => covered(test, atoms[at] as Atom[])));
  return {
    space: new TableSpace(
      cells,
      atoms.map(({ length }) => length),
    ),
    atoms,
    tests,
  };
}

/** All combinations, one by one. */
function* everyCase(): Generator<Scalar[]> {
  for (const a of numbers)
    for (const b of texts) for (const c of [true, false]) for (const d of numbers) yield [a, b, c, d];
}

const matches = (row: readonly UnaryTest[] | undefined, values: readonly Scalar[]) =>
  row?.every((test, at) => passes(test, values[at] as Scalar)) ?? false;

describe('TableSpace', () => {
  it('finds gaps, overlaps and shadowed rows as trying every case does', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { space, atoms, tests } = spaceOf(rows);
        let open = false;
        const together = new Set<string>();
        const reached = new Set<number>();
        for (const values of everyCase()) {
          const hits = tests.flatMap((row, index) => (matches(row, values) ? [index] : []));
          open ||= hits.length === 0;
          if (hits[0] !== undefined) reached.add(hits[0]);
          for (const first of hits)
            for (const second of hits) if (first < second) together.add(`${first}-${second}`);
        }
        const gap = space.gap();
        assert.equal(gap !== null, open);
        if (gap) {
          const values = gap.map((atom, at) => atoms[at]?.[atom ?? 0]?.sample as Scalar);
          assert.ok(!tests.some((row) => matches(row, values)), 'the example is no gap');
        }
        tests.forEach((_, second) => {
          const dead = space.emptyCell(second) !== null || space.isShadowed(second);
          assert.equal(!dead, reached.has(second), `row ${second}`);
          for (let first = 0; first < second; first++)
            assert.equal(space.overlap(first, second) !== null, together.has(`${first}-${second}`));
        });
      }),
      { numRuns: 150 },
    );
  });

  it('knows that between two whole numbers there is none', () => {
    const tests = ['<= 1', '>= 2'].map((cell) => parseUnaryTests(cell) as UnaryTest);
    const gapOf = (whole: boolean) => {
      const atoms = partitionInput(tests, { whole }) as Atom[];
      return new TableSpace(
        tests.map((test) => [covered(test, atoms)]),
        [atoms.length],
      ).gap();
    };
    assert.equal(gapOf(true), null);
    assert.notEqual(gapOf(false), null);
  });

  it('answers for a table of 300 rows and 8 columns in the blink of an eye', () => {
    // given ranges that lie side by side in every column, and a row for everything else
    const rows = Array.from({ length: 300 }, (_, index) =>
      Array.from({ length: 8 }, (__, column) =>
        index === 299 || (index + column) % 3 > 0 ? '-' : `[${index}..${index + 9}]`,
      ),
    );
    const tests = rows.map((row) => row.map((cell) => parseUnaryTests(cell) as UnaryTest));
    const atoms = Array.from(
      { length: 8 },
      (_, at) =>
        partitionInput(
          tests.map((row) => row[at] as UnaryTest),
          {},
        ) as Atom[],
    );
    const started = performance.now();
    const space = new TableSpace(
      tests.map((row) => row.map((test, at) => covered(test, atoms[at] as Atom[]))),
      atoms.map(({ length }) => length),
    );
    // then
    assert.equal(space.gap(), null);
    assert.ok(performance.now() - started < 1000);
  });

  it('gives up in bounded time where the question is too hard, and says so', () => {
    // given the pigeonhole principle as a table: 12 pigeons, 11 holes, a row for each one left out and each two together
    const holes = 11;
    const size = (holes + 1) * holes;
    const row = (asked: Readonly<Record<number, boolean>>) =>
      Array.from({ length: size }, (_, at) => [asked[at] !== true, asked[at] !== false]);
    const pigeons = Array.from({ length: holes + 1 }, (_, pigeon) => pigeon);
    const leftOut = pigeons.map((pigeon) =>
      row(Object.fromEntries(Array.from({ length: holes }, (_, hole) => [pigeon * holes + hole, false]))),
    );
    const together = pigeons.flatMap((one) =>
      pigeons
        .slice(one + 1)
        .flatMap((other) =>
          Array.from({ length: holes }, (_, hole) =>
            row({ [one * holes + hole]: true, [other * holes + hole]: true }),
          ),
        ),
    );
    // then
    const space = new TableSpace([...leftOut, ...together], Array(size).fill(2));
    assert.throws(() => space.gap(), TableTooComplex);
  });
});
