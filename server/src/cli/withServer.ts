import { type Finding, renderDiffText } from '@onewindow/processes';
import { exitCodes } from './exitCodes.ts';
import { linesOfFindings } from './linesOfFindings.ts';
import { readCredentials } from './readCredentials.ts';
import { readDiff } from './readDiff.ts';
import { type CliLanguage, sayProblem } from './readPackArgument.ts';
import { ServerRefusal, ServerSession } from './ServerSession.ts';
import { sayDone } from './sayDone.ts';

export interface ServerOptions {
  readonly server: string | undefined;
  readonly language: CliLanguage;
}

/** Runs an act at a server, signed in; tells why when it is refused. Returns the exit code. */
export async function withServer(
  options: ServerOptions & {
    /** Version that was edited, for the words about a conflict. */
    readonly base?: number | undefined;
    readonly act: (session: ServerSession) => Promise<number>;
  },
): Promise<number> {
  const { language, act, base } = options;
  const server = options.server ?? process.env['ONEWINDOW_SERVER'];
  if (server === undefined) return fail('noServer', '', language);
  const credentials = await readCredentials();
  if (credentials === null) return fail('credentials', '', language, exitCodes.forbidden);
  const session = new ServerSession(server, language);
  try {
    await session.signIn(credentials);
    return await act(session);
  } catch (error) {
    if (!(error instanceof ServerRefusal)) throw error;
    if (error.status === 0) return fail('serverAway', server, language, exitCodes.away);
    return tellRefusal(error, language, base);
  } finally {
    await session.signOut();
  }
}

function fail(
  kind: Parameters<typeof sayProblem>[0]['kind'],
  folder: string,
  language: CliLanguage,
  code: number = exitCodes.unreadable,
): number {
  sayProblem({ kind, folder }, language);
  return code;
}

function tellRefusal(
  { status, code, message, problem }: ServerRefusal,
  language: CliLanguage,
  base = 0,
): number {
  process.stderr.write(`${message} [${code}]\n`);
  const { findings } = problem;
  if (Array.isArray(findings)) process.stderr.write(linesOfFindings(findings as Finding[], language));
  const diff = readDiff(problem['diff']);
  if (diff !== null) {
    sayDone('conflict', language, { base, current: String(problem['currentVersion']) });
    process.stdout.write(renderDiffText(diff, language));
  }
  if (code === 'packChanged' || code === 'migrationPlanChanged' || status === 412) return exitCodes.conflict;
  if (status === 401 || status === 403) return exitCodes.forbidden;
  return status >= 500 ? exitCodes.away : exitCodes.refused;
}
