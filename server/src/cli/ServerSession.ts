import { randomUUID } from 'node:crypto';
import type { Credentials } from './readCredentials.ts';
import type { CliLanguage } from './readPackArgument.ts';

/** An answer of the server other than success; status 0 when there was none. */
export class ServerRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly problem: Readonly<Record<string, unknown>>,
  ) {
    super(String(problem['detail'] ?? code));
    this.name = 'ServerRefusal';
  }
}

/** One sign-in at a running server, over its public API. */
export class ServerSession {
  readonly #base: string;
  readonly #language: CliLanguage;
  #cookie = '';
  #csrf = '';

  constructor(server: string, language: CliLanguage) {
    this.#base = `${server.replace(/\/+$/, '')}/api/v1`;
    this.#language = language;
  }

  /** Throws ServerRefusal. */
  async signIn(credentials: Credentials): Promise<void> {
    const session = await this.send('POST', '/session', credentials);
    this.#csrf = String(session['csrfToken'] ?? '');
  }

  async signOut(): Promise<void> {
    await this.send('DELETE', '/session').catch(() => undefined);
  }

  /** Calls the API for JSON. Throws ServerRefusal. */
  async send(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
    const response = await this.#fetch(method, path, body);
    const cookie = response.headers
      .getSetCookie()
      .map((entry) => entry.split(';')[0])
      .join('; ');
    if (cookie !== '') this.#cookie = cookie;
    const answer = readJson(await response.text());
    if (!response.ok) throw new ServerRefusal(response.status, String(answer['code'] ?? ''), answer);
    return answer;
  }

  async #fetch(method: string, path: string, body: unknown): Promise<Response> {
    try {
      return await fetch(`${this.#base}${path}`, {
        method,
        headers: {
          Accept: 'application/json',
          'Accept-Language': this.#language,
          ...(this.#cookie === '' ? {} : { Cookie: this.#cookie }),
          ...(this.#csrf === '' ? {} : { 'X-CSRF-Token': this.#csrf }),
          ...(method === 'POST' ? { 'Idempotency-Key': randomUUID() } : {}),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch (error) {
      throw new ServerRefusal(0, 'serverAway', {
        detail: error instanceof Error ? error.message : String(error),
      });
    }
  }
}

function readJson(text: string): Record<string, unknown> {
  try {
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  } catch {
    return { detail: text.slice(0, 200) };
  }
}
