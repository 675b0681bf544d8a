import { readFileSync, writeFileSync } from 'node:fs';
import type { BenchLine } from '../benchLine.ts';

const file = new URL('../../../docs/performance.md', import.meta.url);
const head = `# Performance of the desk

Written by \`npm run bench:desk -- --write\`; what was measured last stands here, reached or not. Each figure is a 95th percentile in
milliseconds beside its limit. Store, engine, server and the measuring clients share the cores named.

| measurement | p95 | limit | reached | samples | details |
|---|---|---|---|---|---|
`;

/** Puts the lines into docs/performance.md; those of measurements that were not made this time stay as they are. */
export function writePerformance(lines: readonly BenchLine[]): void {
  const rows = new Map<string, string>();
  for (const row of readRows()) rows.set(row.split(' | ')[0] ?? row, row);
  for (const line of lines) {
    const row = rowOf(line);
    rows.set(row.split(' | ')[0] ?? row, row);
  }
  writeFileSync(file, `${head}${[...rows.values()].join('\n')}\n`);
}

function readRows(): string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `'));
  } catch {
    return [];
  }
}

function rowOf({ name, numerator, denominator, reached, samples, machine, details }: BenchLine): string {
  const { actions, firstErrors, ...rest } = details;
  const slow =
    actions === undefined
      ? ''
      : `; ${Object.entries(actions as Record<string, { count: number; p95: number }>)
          .map(([action, { count, p95 }]) => `${action} ${p95} (${count})`)
          .join(', ')}`;
  const facts = Object.entries(rest)
    .map(([key, value]) => `${key} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(', ');
  const where = `${machine.cores} cores, load ${machine.load[0]}`;
  const day = new Date().toISOString().slice(0, 10);
  return `| \`${name}\` | ${numerator} | ${denominator} | ${reached ? 'yes' : '**no**'} | ${samples.numerator} | ${`${facts}${slow}; ${where}, ${day}`.replaceAll('|', '/')} |`;
}
