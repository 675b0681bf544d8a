import { EngineError, type EngineErrorCode, type EngineProblem } from './engineError.ts';

export type EngineConnection = {
  /** Base of the REST API, for example `http://127.0.0.1:18080/engine-rest`. */
  url: string;
  user: string;
  password: string;
  /** Milliseconds after which a call counts as unanswered. Default 15,000. */
  timeoutMs?: number;
};

export type QueryValue = string | number | boolean | undefined;
export type Query = Record<string, QueryValue>;

export type Transport = {
  /** Sends a request; resolves to the parsed JSON, the text, or undefined for an empty answer. Throws EngineError. */
  send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    content?: { query?: Query; json?: unknown; form?: FormData },
  ): Promise<unknown>;
};

/** HTTP to the engine on the global fetch, whose connections are kept alive. */
export function createTransport({ url, user, password, timeoutMs = 15_000 }: EngineConnection): Transport {
  const base = url.replace(/\/+$/, '');
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  return {
    async send(method, path, { query, json, form } = {}) {
      const headers: Record<string, string> = { authorization, accept: 'application/json' };
      if (json !== undefined) headers['content-type'] = 'application/json';
      const body = json === undefined ? form : JSON.stringify(json);
      let response: Response;
      let text: string;
      try {
        response = await fetch(base + path + search(query), {
          method,
          headers,
          signal: AbortSignal.timeout(timeoutMs),
          ...(body === undefined ? {} : { body }),
        });
        text = await response.text();
      } catch (cause) {
        throw new EngineError('engineAway', {
          status: 0,
          type: 'NoAnswer',
          message: `${method} ${path}: ${reason(cause)}`,
          cause,
        });
      }
      if (!response.ok) throw errorOf(method, path, response.status, text);
      if (text === '') return undefined;
      return response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
    },
  };
}

function search(query: Query | undefined): string {
  const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  return pairs.length === 0
    ? ''
    : `?${new URLSearchParams(pairs.map(([key, value]): [string, string] => [key, String(value)]))}`;
}

function reason(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? `${cause.message}: ${cause.cause.message}` : cause.message;
}

type ErrorBody = {
  type?: string;
  message?: string;
  code?: number | null;
  details?: Record<string, { errors?: { message?: string; line?: number; mainElementId?: string | null }[] }>;
};

const optimisticLocking = 1;

function errorOf(method: string, path: string, status: number, text: string): EngineError {
  const body = parseBody(text);
  const message = `${method} ${path}: ${status} ${body.message ?? text.slice(0, 200)}`;
  return new EngineError(codeOf(status, body), {
    status,
    type: body.type ?? 'Unknown',
    message,
    problems: problemsOf(body),
  });
}

function parseBody(text: string): ErrorBody {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}

function codeOf(status: number, body: ErrorBody): EngineErrorCode {
  if (status === 401 || status === 403) return 'engineUnauthorised';
  if (status === 404) return 'engineNotFound';
  if (status >= 502 && status <= 504) return 'engineAway';
  if (body.code === optimisticLocking || body.type === 'OptimisticLockingException') return 'engineConflict';
  return status === 400 ? 'engineRefused' : 'engineFailed';
}

function problemsOf({ details }: ErrorBody): EngineProblem[] {
  return Object.entries(details ?? {}).flatMap(([resource, { errors = [] }]) =>
    errors.map(({ message = '', line = 0, mainElementId }) => ({
      resource,
      elementId: mainElementId ?? null,
      line,
      message,
    })),
  );
}
