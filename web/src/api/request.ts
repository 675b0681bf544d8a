import { Problem, readProblem } from './problem.ts';

const base = '/api/v1';
const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

let csrfToken = '';
let language = 'zh-CN';
let onSignedOut: () => void = () => undefined;

/** Remembers the token that every unsafe request must carry. */
export function rememberCsrfToken(token: string): void {
  csrfToken = token;
}
export function currentCsrfToken(): string {
  return csrfToken;
}
/** Sets the language in which the server words its messages. */
export function speak(to: string): void {
  language = to;
}
/** Registers what happens when the server says the session is over (401 `notSignedIn`). */
export function whenSignedOut(run: () => void): void {
  onSignedOut = run;
}
/** The signed-out handler, for requests that do not go through `request` (uploads). */
export function reportSignedOut(): void {
  onSignedOut();
}
export function currentLanguage(): string {
  return language;
}

export type Query = Record<string, string | number | boolean | undefined | null>;

export interface RequestOptions {
  query?: Query;
  body?: unknown;
  /** Version the edit is based on; sent as If-Match. The server answers 412 `versionConflict` when it is stale. */
  ifMatch?: number | undefined;
  /** Key of the user's action: the same key never acts twice. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** Token of the session as it is now, where the page goes by that of an earlier one. */
  csrfToken?: string | undefined;
  /** Goes on when the page is left meanwhile, as long as browsers allow it for a body of this size. */
  outlivesPage?: boolean;
}

/** Browsers carry 64 KiB beyond the end of a page; a character of Chinese takes three of them. */
const carried = 20_000;

/** Address of an API path, with its query. */
export function addressOf(path: string, query: Query = {}): string {
  const entries = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  const search = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString();
  return `${base}${path}${search === '' ? '' : `?${search}`}`;
}

/** Headers of every call: language, CSRF token where needed, version and action key where given. */
export function headersOf(method: string, options: RequestOptions): Headers {
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': language });
  if (unsafe.has(method)) headers.set('X-CSRF-Token', options.csrfToken ?? csrfToken);
  if (options.ifMatch !== undefined) headers.set('If-Match', `"${options.ifMatch}"`);
  if (options.idempotencyKey !== undefined) headers.set('Idempotency-Key', options.idempotencyKey);
  return headers;
}

/** Calls the server and hands back the raw answer. Throws Problem for every answer that is not 2xx, and when there is none. */
export async function call(method: string, path: string, options: RequestOptions = {}): Promise<Response> {
  const headers = headersOf(method, options);
  let body: BodyInit | null = null;
  if (options.body instanceof FormData) body = options.body;
  else if (options.body !== undefined) {
    headers.set('Content-Type', 'application/json');
    body = JSON.stringify(options.body);
  }
  let response: Response;
  try {
    response = await fetch(addressOf(path, options.query), {
      method,
      headers,
      body,
      credentials: 'same-origin',
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      ...(options.outlivesPage === true && typeof body === 'string' && body.length < carried
        ? { keepalive: true }
        : {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem(0, 'offline', '');
  }
  if (response.ok) return response;
  const problem = await readProblem(response);
  if (problem.signedOut) onSignedOut();
  throw problem;
}

/** Calls the server for JSON of the shape T. Throws Problem. */
export async function request<T>(method: string, path: string, options: RequestOptions = {}): Promise<T> {
  const response = await call(method, path, options);
  if (response.status === 204) return undefined as T;
  try {
    return (await response.json()) as T;
  } catch {
    throw new Problem(response.status, 'unreadableAnswer', '');
  }
}

/** Fetches a file's bytes. Throws Problem. */
export async function requestBlob(path: string, query: Query = {}): Promise<Blob> {
  const response = await call('GET', path.startsWith(base) ? path.slice(base.length) : path, { query });
  return response.blob();
}
