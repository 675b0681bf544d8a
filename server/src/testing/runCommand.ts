import { CommanderError } from 'commander';
import { packCommand } from '../cli/packCommand.ts';

/**
 * Runs `onewindow pack …` in this process, as the launcher does, and collects what it says. A process of its own takes
 * seconds on a busy machine; `packCommand.spec.ts` shows that the launcher works.
 */
export async function runCommand(
  options: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<{ status: number; stdout: string; stderr: string }> {
  const said = { stdout: '', stderr: '' };
  const before = { exitCode: process.exitCode, env: { ...process.env } };
  const streams = ['stdout', 'stderr'] as const;
  const writes = streams.map((name) => process[name].write);
  for (const name of streams) collect(name, said);
  for (const [key, value] of Object.entries(env)) {
    if (value === undefined) delete process.env[key];
    else process.env[key] = value;
  }
  process.exitCode = 0;
  try {
    await packCommand().exitOverride().parseAsync(options, { from: 'user' });
    return { status: Number(process.exitCode), ...said };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { status: error.exitCode === 0 ? 0 : 64, ...said };
  } finally {
    streams.forEach((name, at) => {
      process[name].write = writes[at] as typeof process.stdout.write;
    });
    process.env = before.env;
    process.exitCode = before.exitCode;
  }
}

/** The command writes text; the test runner, which shares the stream, writes bytes. */
function collect(name: 'stdout' | 'stderr', said: Record<'stdout' | 'stderr', string>): void {
  const stream = process[name];
  const write = stream.write.bind(stream) as (...values: unknown[]) => boolean;
  stream.write = ((...values: unknown[]) => {
    const [chunk] = values;
    if (typeof chunk !== 'string') return write(...values);
    said[name] += chunk;
    return true;
  }) as typeof stream.write;
}
