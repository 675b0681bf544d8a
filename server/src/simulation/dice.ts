import { createHash } from 'node:crypto';

/** A source of chance that a seed decides: the same seed gives the same throws. */
export interface Dice {
  /** From 0, below 1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  /** True in `share` of the throws. */
  chance(share: number): boolean;
  /** Throws Error for an empty list. */
  pick<T>(list: readonly T[]): T;
  /** By weight; those of weight 0 never. Throws Error where no weight is above 0. */
  weighted<T>(list: readonly T[], weightOf: (entry: T) => number): T;
  /** Log-normal: half of the throws are below `median`; `spread` 0.5 gives a third above 1.25 times of it. */
  around(median: number, spread: number): number;
}

/** Dice of their own for each name: what one of them throws does not move the others. */
export function diceOf(...name: readonly (string | number)[]): Dice {
  const next = sfc32(createHash('sha256').update(name.join('|')).digest());
  const dice: Dice = {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (share) => next() < share,
    pick: (list) => must(list[Math.floor(next() * list.length)]),
    weighted(list, weightOf) {
      let left = next() * list.reduce((sum, entry) => sum + weightOf(entry), 0);
      return must(
        list.find((entry) => {
          left -= weightOf(entry);
          return left < 0;
        }),
      );
    },
    // Box and Muller.
    around: (median, spread) =>
      median * Math.exp(spread * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())),
  };
  return dice;
}

/** Small fast counter generator of C. Doty-Humphrey, 32 bits a throw. */
function sfc32(seed: Buffer): () => number {
  let [a, b, c, counter] = [0, 4, 8, 12].map((at) => seed.readInt32LE(at)) as [
    number,
    number,
    number,
    number,
  ];
  return () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  };
}

function must<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('nothing to throw for');
  return found;
}
