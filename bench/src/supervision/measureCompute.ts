import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type BenchLine, benchLine } from '../benchLine.ts';

const command = fileURLToPath(new URL('../../../server/bin/onewindow.js', import.meta.url));
const amounts = {
  workday: 60,
  day: 90,
  month: 6,
  year: 2,
  workhour: 80,
  hour: 200,
  minute: 5000,
  immediate: 0,
};

/** So many clocks of all units through `onewindow clock compute`, its start, reading and writing in the time. */
export async function measureCompute(count: number): Promise<BenchLine> {
  const text = Buffer.from(Array.from({ length: count }, (_, at) => `${lineOf(at)}\n`).join(''));
  const began = performance.now();
  const child = spawn(process.execPath, [command, 'clock', 'compute'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let lines = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) lines += 1;
  });
  child.stdin.end(text);
  const [code] = (await once(child, 'close')) as [number];
  const seconds = (performance.now() - began) / 1000;
  if (code !== 0 || lines !== count) throw new Error(`exit ${code} after ${lines} of ${count} lines`);
  return benchLine({
    name: 'supervisionCompute',
    numerator: count / seconds,
    denominator: 50_000,
    unit: 'clocks a second ÷ wanted',
    samples: { numerator: count, denominator: 1 },
    target: { min: 1 },
    details: { seconds, bytes: text.length },
  });
}

/** Extensions on a third, none to three pauses, starts in 2025 and 2026. */
function lineOf(at: number): string {
  const units = Object.entries(amounts);
  const [unit, most] = units[at % units.length] ?? ['day', 1];
  const start = Date.UTC(2025, 0, 1) + ((at * 7919) % 1_000_000) * 60_000;
  const text = (instant: number) => new Date(instant).toISOString().slice(0, 16);
  const pauses = Array.from({ length: at % 4 }, (_, index) => {
    const from = start + (index * 9_000 + (at % 1440)) * 60_000;
    return [text(from), text(from + (at % 5_000) * 60_000)];
  });
  return JSON.stringify({
    id: `clock-${at}`,
    startAt: text(start),
    limit: unit === 'immediate' ? { unit } : { value: 1 + (at % most), unit },
    extension: unit !== 'immediate' && at % 3 === 0 ? 1 + (at % 10) : null,
    pauses,
  });
}
