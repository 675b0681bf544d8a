import { cpus, loadavg } from 'node:os';

/** One measured ratio, printed as one JSON line. */
export interface BenchLine {
  readonly name: string;
  /** numerator ÷ denominator, both measured in this run on this stack. */
  readonly ratio: number;
  readonly numerator: number;
  readonly denominator: number;
  /** Unit of numerator and denominator. */
  readonly unit: string;
  /** How many single measurements each side has. */
  readonly samples: { readonly numerator: number; readonly denominator: number };
  readonly target: string;
  readonly reached: boolean;
  readonly machine: Machine;
  /** What else was seen while measuring: rounds, percentiles, rests. */
  readonly details: Readonly<Record<string, unknown>>;
}

interface Machine {
  readonly cores: number;
  readonly cpu: string;
  readonly node: string;
  /** Load averages (1, 5 minutes) when the line was printed: other work on the machine makes ratios noisy. */
  readonly load: readonly number[];
}

/** Puts a line together; `target` bounds the ratio from below (`min`) or above (`max`). */
export function benchLine(
  measured: Pick<BenchLine, 'name' | 'numerator' | 'denominator' | 'unit' | 'samples' | 'details'> & {
    target: { min: number } | { max: number };
  },
): BenchLine {
  const { target, details, ...rest } = measured;
  const ratio = measured.numerator / measured.denominator;
  return {
    ...rest,
    numerator: round(measured.numerator),
    denominator: round(measured.denominator),
    ratio: round(ratio),
    target: 'min' in target ? `>= ${target.min}` : `<= ${target.max}`,
    reached: 'min' in target ? ratio >= target.min : ratio <= target.max,
    machine: {
      cores: cpus().length,
      cpu: cpus()[0]?.model ?? '',
      node: process.version,
      load: loadavg().slice(0, 2).map(round),
    },
    details,
  };
}

/** To three significant digits, which is more than a shared machine can tell. */
export function round(value: number): number {
  return Number(value.toPrecision(3));
}

/** The value below which this share (0–1) of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}
