import { z } from 'zod';
import type { Config } from '../config/configSchema.ts';
import type { PersonMatcher } from './personMatcher.ts';

const answerSchema = z.object({ score: z.number().min(0).max(1) });
/** How long the person at the window waits for the service, in milliseconds. */
const patience = 8_000;

/**
 * The matching service that the configuration names (`MATCH_SERVICE`); undefined where there is none, and people are
 * recognised by the clerk. Throws Error for `http` without `MATCH_URL`.
 */
export function chooseMatcher(
  config: Pick<Config, 'MATCH_SERVICE' | 'MATCH_URL' | 'MATCH_TOKEN'>,
): PersonMatcher | undefined {
  switch (config.MATCH_SERVICE) {
    case 'none':
      return undefined;
    case 'simulated':
      return simulated;
    case 'http':
      if (config.MATCH_URL === undefined) throw new Error('MATCH_SERVICE=http needs MATCH_URL');
      return overHttp(config.MATCH_URL, config.MATCH_TOKEN);
  }
}

/** Stands in for a service in development: the same picture is the same person. */
const simulated: PersonMatcher = {
  service: 'simulated',
  compare: async ({ card, live }) => ({ score: card.equals(live) ? 0.97 : 0.31 }),
};

/** A service behind the small protocol of docs/devices.md: POST `{card, live}` in base64, answered with `{score}`. */
function overHttp(url: string, token: string | undefined): PersonMatcher {
  return {
    service: new URL(url).host,
    async compare({ card, live }) {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ card: card.toString('base64'), live: live.toString('base64') }),
        signal: AbortSignal.timeout(patience),
      });
      if (!response.ok) throw new Error(`matching service answered ${response.status}`);
      return answerSchema.parse(await response.json());
    },
  };
}
