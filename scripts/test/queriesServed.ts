import { noResult, type PhaseResult } from './phase.ts';

const counted = /^onewindow_whole_reads_total\{collection="(\w+)"\} (\d+)/gm;

/** One result: whether the server, after all that was done with it, made only queries that an index serves. */
export async function queriesServed(serverUrl: string): Promise<PhaseResult> {
  const text = await (await fetch(`${serverUrl}/metrics`)).text();
  const problems = [...text.matchAll(counted)].map(
    ([, collection, times]) =>
      `${times} queries read the whole collection ${collection}: "no index serves this query" in the server's log`,
  );
  for (const problem of problems) console.log(`✖ ${problem}`);
  const failed = problems.length > 0 ? 1 : 0;
  return { ...noResult, passed: 1 - failed, failed, problems };
}
