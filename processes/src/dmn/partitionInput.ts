import { dayOf, isOrdered, literalsOf, passes, type Scalar, type UnaryTest } from './unaryTests.ts';

/** Values that an input can take; left out: anything of its type. */
export interface InputDomain {
  /** Every value there is (options of a form, allowed values of the table). */
  readonly values?: readonly Scalar[] | undefined;
  /** Bounds of a number field, both included. */
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  /** Only whole numbers. */
  readonly whole?: boolean | undefined;
  /** Of a day: it is always given. */
  readonly required?: boolean | undefined;
}

/** Part of an input's values that no cell of the column tells apart; `sample` lies in it. */
export interface Atom {
  readonly sample: Scalar;
  /** Nothing is given: only a cell that asks for nothing covers that. */
  readonly absent?: boolean;
  /** In words, with the input's name: `premisesArea > 60`. */
  readonly describe: (name: string) => string;
}

/**
 * Cuts the values of one input at every value that a cell names, so that a cell covers each part wholly or not at
 * all. Null where that cannot be done exactly: literals of several types, or an order among texts.
 */
export function partitionInput(tests: readonly UnaryTest[], domain: InputDomain): Atom[] | null {
  const named = tests.flatMap(literalsOf);
  if (domain.values) return [...new Set(domain.values)].map(single);
  const types = new Set(named.map((value) => (dayOf(value) === undefined ? typeof value : 'day')));
  if (types.size > 1) return null;
  const points = [...new Set(named)];
  if (types.has('boolean')) return [single(true), single(false)];
  if (types.has('number')) return intervals(points as number[], domain);
  if (types.has('day')) return days(points as string[], domain);
  if (tests.some(isOrdered)) return null;
  return [...points.map(single), otherText(points as string[])];
}

/** Whether a cell names a value that the input can never take. */
export function valuesOutside(test: UnaryTest, { values }: InputDomain): Scalar[] {
  if (!values || isOrdered(test)) return [];
  return literalsOf(test).filter((value) => !values.includes(value));
}

function single(value: Scalar): Atom {
  return { sample: value, describe: (name) => `${name} = ${JSON.stringify(value)}` };
}

function otherText(points: readonly string[]): Atom {
  let sample = 'other';
  while (points.includes(sample)) sample += '_';
  const but = points.map((value) => JSON.stringify(value)).join(', ');
  return { sample, describe: (name) => (points.length === 0 ? `${name} = …` : `${name} ∉ {${but}}`) };
}

function intervals(points: number[], { minimum, maximum, whole }: InputDomain): Atom[] {
  const bounds = [minimum, maximum].filter((value) => value !== undefined);
  const sorted = [...new Set([...points, ...bounds])].sort((a, b) => a - b);
  const atoms: Atom[] = [];
  const push = (sample: number, describe: (name: string) => string) => {
    if (minimum !== undefined && sample < minimum) return;
    if (maximum !== undefined && sample > maximum) return;
    if (!whole || Number.isInteger(sample)) atoms.push({ sample, describe });
  };
  sorted.forEach((point, index) => {
    const before = sorted[index - 1];
    if (before === undefined) push(whole ? Math.ceil(point) - 1 : point - 1, (name) => `${name} < ${point}`);
    else {
      const sample = whole ? Math.floor(before) + 1 : (before + point) / 2;
      if (sample < point) push(sample, (name) => `${before} < ${name} < ${point}`);
    }
    push(point, (name) => `${name} = ${point}`);
  });
  const last = sorted.at(-1) ?? 0;
  push(whole ? Math.floor(last) + 1 : last + 1, (name) => `${name} > ${last}`);
  return atoms;
}

const DAY = 86_400_000;

/** Days by their number since 1970, cut as whole numbers are. */
function days(points: readonly string[], { required = false }: InputDomain): Atom[] {
  const numbers = points.map((point) => Date.parse(`${dayOf(point)}T00:00:00Z`) / DAY);
  const dayAt = (number: number) => `@${new Date(number * DAY).toISOString().slice(0, 10)}`;
  const inWords = (text: string) => text.replaceAll(/-?\d+/g, (number) => dayAt(Number(number)).slice(1));
  const absent: Atom = { sample: '', absent: true, describe: (name) => `${name} = ""` };
  const given = intervals(numbers, { whole: true }).map(({ sample, describe }) => ({
    sample: dayAt(Number(sample)),
    describe: (name: string) => inWords(describe('\u0000')).replace('\u0000', () => name),
  }));
  return required ? given : [...given, absent];
}

/** Which atoms a cell covers. */
export function covered(test: UnaryTest, atoms: readonly Atom[]): boolean[] {
  return atoms.map(({ sample, absent }) => (absent === true ? asksNothing(test) : passes(test, sample)));
}

function asksNothing(test: UnaryTest): boolean {
  return test.kind === 'any' || (test.kind === 'either' && test.of.some(asksNothing));
}
