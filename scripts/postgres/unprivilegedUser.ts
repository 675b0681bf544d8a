import { ConsoleError } from '../console/consoleError.ts';
import { runCommand } from '../console/runCommand.ts';

/** What spawn takes to run a program as somebody else; nothing when this process is not root. */
export type RunAs = { readonly uid?: number; readonly gid?: number };

/** Whom PostgreSQL runs as, which refuses root: this user, or for root `postgres` or `nobody`. Throws ConsoleError. */
export async function unprivilegedUser(): Promise<RunAs> {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((what) => readId(what, name)));
    if (uid !== undefined && gid !== undefined && uid !== 0) return { uid, gid };
  }
  throw new ConsoleError(
    'noUnprivilegedUser',
    '没有可运行 PostgreSQL 的普通用户 / PostgreSQL refuses root, and there is neither a user postgres nor nobody to run it as.',
  );
}

async function readId(what: string, name: string): Promise<number | undefined> {
  const { status, stdout } = await runCommand('id', [what, name]);
  return status === 0 ? Number(stdout.trim()) : undefined;
}
