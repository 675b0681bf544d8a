import { setTimeout as pause } from 'node:timers/promises';

/**
 * Resolves when the engine on this address takes requests and its database answers.
 *
 * Throws Error when `timeoutMs` (default 120,000) is over or `signal` is aborted, for example because the child died.
 */
export async function waitForEngine({
  url,
  timeoutMs = 120_000,
  signal,
}: {
  /** Base of the REST API or of the engine. */
  url: string;
  timeoutMs?: number;
  signal?: AbortSignal;
}): Promise<void> {
  const probe = new URL('/healthz/ready', url);
  const end = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]);
  for (;;) {
    try {
      const answer = await fetch(probe, { signal: AbortSignal.any([end, AbortSignal.timeout(2_000)]) });
      await answer.arrayBuffer();
      if (answer.ok) return;
    } catch {
      // not there yet
    }
    if (end.aborted) throw new Error(`the engine at ${probe.origin} did not become ready`);
    await pause(200, undefined, { signal: end }).catch(() => undefined);
  }
}
