import { spawn } from 'node:child_process';
import { ConsoleError } from './consoleError.ts';
import { ROOT } from './paths.ts';

export interface CommandResult {
  readonly status: number | null;
  /** Standard output and error, interleaved; the last 256 KiB. */
  readonly output: string;
  readonly stdout: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Show the output as it comes, besides keeping it. */
  readonly show?: boolean;
  /** Milliseconds after which the command is killed. */
  readonly timeout?: number;
}

const KEPT = 256 * 1024;

/** Runs a command to its end without a shell. A command that does not exist gives status 127. */
export function runCommand(
  command: string,
  options: readonly string[],
  extra: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((done) => {
    const child = spawn(command, [...options], {
      cwd: extra.cwd ?? ROOT,
      env: { ...process.env, ...extra.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && /^(npm|npx|mvn|.*\.cmd)$/.test(command),
      ...(extra.timeout === undefined ? {} : { timeout: extra.timeout }),
    });
    let output = '';
    let stdout = '';
    const keep = (chunk: Buffer, isStdout: boolean) => {
      const text = chunk.toString();
      if (extra.show === true) process.stdout.write(text);
      output = (output + text).slice(-KEPT);
      if (isStdout) stdout = (stdout + text).slice(-KEPT);
    };
    child.stdout.on('data', (chunk: Buffer) => keep(chunk, true));
    child.stderr.on('data', (chunk: Buffer) => keep(chunk, false));
    child.on('error', (failure) => done({ status: 127, output: failure.message, stdout: '' }));
    child.on('close', (status) => done({ status, output, stdout }));
  });
}

/** Runs a command. Throws ConsoleError with the end of its output when it fails. */
export async function mustRun(
  command: string,
  options: readonly string[],
  extra: CommandOptions = {},
): Promise<string> {
  const { status, output, stdout } = await runCommand(command, options, extra);
  if (status === 0) return stdout;
  const tail = output.trimEnd().split('\n').slice(-40).join('\n');
  throw new ConsoleError('commandFailed', `${command} ${options.join(' ')} ended with ${status}:\n${tail}`);
}
