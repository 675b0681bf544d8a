import { spawnSync } from 'node:child_process';

export interface ToolResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs an external program. Throws with the way to get it when it is not there. */
export function runTool(command: string, args: readonly string[], install: string): ToolResult {
  const result = spawnSync(command, args, { encoding: 'utf8', timeout: 120_000, maxBuffer: 1 << 26 });
  if (result.error) {
    throw new Error(`${command} could not be run (${result.error.message}). Get it with: ${install}`);
  }
  return { status: result.status ?? -1, stdout: result.stdout, stderr: result.stderr };
}
