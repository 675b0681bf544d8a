import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { ApiProblem } from '../../../scripts/journey/apiClient.ts';

/** Milliseconds for which a person keeps trying. */
const patience = 240_000;

/**
 * A client that tries again, with the same Idempotency-Key, after a broken connection, a 5xx or "still in progress":
 * what a browser does while parts of the system are being restarted.
 */
export class PersistentClient {
  readonly #client: ApiClient;
  /** How often each kind of failure was met, by problem code or `network`. */
  readonly failures: Map<string, number>;

  constructor(client: ApiClient, failures: Map<string, number> = new Map()) {
    this.#client = client;
    this.failures = failures;
  }

  get(path: string): Promise<Json> {
    return this.#persist(() => this.#client.get(path));
  }

  post(path: string, body: Json = {}): Promise<Json> {
    const key = randomUUID();
    return this.#persist(() => this.#client.post(path, body, { key }));
  }

  upload(path: string, file: { name: string; bytes: Uint8Array; type: string }): Promise<Json> {
    const key = randomUUID();
    return this.#persist(() => this.#client.upload(path, file, { key }));
  }

  download(path: string): Promise<{ bytes: Buffer; mediaType: string }> {
    return this.#persist(() => this.#client.download(path));
  }

  async #persist<T>(act: () => Promise<T>): Promise<T> {
    const end = performance.now() + patience;
    for (;;) {
      try {
        return await act();
      } catch (error) {
        const kind = passingFailure(error);
        if (kind === undefined || performance.now() > end) throw error;
        this.failures.set(kind, (this.failures.get(kind) ?? 0) + 1);
        await pause(500);
      }
    }
  }
}

/** The name of a failure after which trying again is right; undefined for an answer that stands. */
function passingFailure(error: unknown): string | undefined {
  if (error instanceof TypeError) return 'network';
  if (!(error instanceof ApiProblem)) return undefined;
  return error.status >= 500 || error.code === 'requestInProgress' ? error.code : undefined;
}
