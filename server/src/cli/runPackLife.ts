import { summariseDiff } from '@onewindow/processes';
import { exitCodes } from './exitCodes.ts';
import texts from './pack-texts.json' with { type: 'json' };
import { readDiff } from './readDiff.ts';
import { liveVersion } from './runPackPublish.ts';
import { sayDone } from './sayDone.ts';
import { type ServerOptions, withServer } from './withServer.ts';

/**
 * `onewindow pack rollback`: the content of an older version is published again; what that changes is told first.
 * `base` is the live version that whoever decided has seen; left out: whichever is live.
 * Returns the exit code.
 */
export function runPackRollback(
  input: ServerOptions & {
    readonly packCode: string;
    readonly version: number;
    readonly base: number | undefined;
    readonly note: string;
  },
): Promise<number> {
  const { packCode, version, note, language } = input;
  return withServer({
    ...input,
    act: async (session) => {
      const live = input.base ?? (await liveVersion(session, packCode));
      const comparison = `/packs/${packCode}/versions/${live}/diff/${version}`;
      const diff = live < 1 ? null : readDiff(await session.send('GET', comparison));
      if (diff !== null) process.stdout.write(`${summariseDiff(diff)[language]}\n`);
      const path = `/packs/${packCode}/versions/${version}/rollback`;
      const published = await session.send('POST', path, { baseVersion: live, note });
      sayDone('rolledBack', language, {
        pack: packCode,
        restores: version,
        version: Number(published['version']),
      });
      return exitCodes.done;
    },
  });
}

/** `onewindow pack retire`: no case begins on the live version any more. Returns the exit code. */
export function runPackRetire(
  input: ServerOptions & { readonly packCode: string; readonly version: number; readonly note: string },
): Promise<number> {
  const { packCode, version, note, language } = input;
  return withServer({
    ...input,
    act: async (session) => {
      await session.send('POST', `/packs/${packCode}/versions/${version}/retire`, { note });
      sayDone('retired', language, { pack: packCode, version });
      return exitCodes.done;
    },
  });
}

interface Version {
  readonly version: number;
  readonly state: keyof typeof texts.states;
  readonly publishedAt: string;
  readonly publishedBy: string;
  readonly note: string;
}

/** `onewindow pack list`: the packs of a server, or the versions of one. Returns the exit code. */
export function runPackList(
  input: ServerOptions & { readonly packCode: string | undefined; readonly json: boolean },
): Promise<number> {
  const { packCode, json, language } = input;
  return withServer({
    ...input,
    act: async (session) => {
      const { items } = await session.send(
        'GET',
        packCode === undefined ? '/packs' : `/packs/${packCode}/versions`,
      );
      if (json) process.stdout.write(`${JSON.stringify(items, null, 2)}\n`);
      else if (packCode === undefined)
        for (const pack of items as { packCode: string; published: Version | null }[])
          say([
            pack.packCode,
            ...(pack.published === null ? [texts.done.unpublished[language]] : words(pack.published)),
          ]);
      else for (const version of items as Version[]) say(words(version));
      return exitCodes.done;
    },
  });

  function words({ version, state, publishedAt, publishedBy, note }: Version): string[] {
    return [`v${version}`, texts.states[state][language], publishedAt, publishedBy, note];
  }
}

function say(columns: readonly string[]): void {
  process.stdout.write(`${columns.join('\t')}\n`);
}
