import { randomUUID } from 'node:crypto';

/** An answer other than success, with the problem document. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly problem: Record<string, unknown>;

  constructor(method: string, path: string, status: number, problem: Record<string, unknown>) {
    super(
      `${method} ${path} → ${status} ${String(problem['code'] ?? '')}: ${String(problem['detail'] ?? '')} ${JSON.stringify(problem['errors'] ?? '')}`,
    );
    this.status = status;
    this.code = String(problem['code'] ?? '');
    this.problem = problem;
  }
}

export type Json = Record<string, unknown>;

/** One person's session with the public API, as a browser would hold it: cookie, CSRF token, Idempotency-Key. */
export class ApiClient {
  readonly #base: string;
  /** Language in which the server words its refusals. */
  language: 'zh-CN' | 'en' = 'zh-CN';
  #cookie = '';
  #csrf = '';

  constructor(base: string) {
    this.#base = `${base}/api/v1`;
  }

  /** Signs in; throws ApiProblem when refused. */
  async signIn(username: string, password: string): Promise<Json> {
    const session = await this.post('/session', { username, password });
    this.#csrf = String(session['csrfToken']);
    return session;
  }

  /** Signs an applicant in with the code that was sent to the phone; throws ApiProblem when refused. */
  async signInByCode(phone: string, code: string): Promise<Json> {
    const session = await this.post('/portal/session', { phone, code });
    this.#csrf = String(session['csrfToken']);
    return session;
  }

  get(path: string): Promise<Json> {
    return this.#json('GET', path);
  }

  /** Any request with a JSON body, when the method is not known beforehand. */
  request(method: string, path: string, body?: Json): Promise<Json> {
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    return this.#json(method, path, method === 'POST' ? { ...json, key: randomUUID() } : json);
  }

  post(path: string, body: Json = {}, options: { key?: string } = {}): Promise<Json> {
    return this.#json('POST', path, { body: JSON.stringify(body), key: options.key ?? randomUUID() });
  }

  put(path: string, body: Json, version?: number): Promise<Json> {
    const headers = version === undefined ? {} : { 'If-Match': `"${version}"` };
    return this.#json('PUT', path, { body: JSON.stringify(body), headers });
  }

  patch(path: string, version: number, body: Json): Promise<Json> {
    return this.#json('PATCH', path, { body: JSON.stringify(body), headers: { 'If-Match': `"${version}"` } });
  }

  delete(path: string): Promise<Json> {
    return this.#json('DELETE', path);
  }

  /** Uploads one file as the `file` part of a multipart request. */
  upload(
    path: string,
    file: { name: string; bytes: Uint8Array; type: string },
    options: { key?: string } = {},
  ): Promise<Json> {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name);
    return this.#json('POST', path, { body: form, key: options.key ?? randomUUID() });
  }

  /** An answer that goes on, as server-sent events do; the caller reads it and ends the reading. */
  open(path: string): Promise<Response> {
    return this.#send('GET', path);
  }

  async download(path: string): Promise<{ bytes: Buffer; mediaType: string }> {
    const response = await this.#send('GET', path);
    return {
      bytes: Buffer.from(await response.arrayBuffer()),
      mediaType: response.headers.get('content-type') ?? '',
    };
  }

  async #json(method: string, path: string, options: SendOptions = {}): Promise<Json> {
    const response = await this.#send(method, path, options);
    const text = await response.text();
    return text === '' ? {} : (JSON.parse(text) as Json);
  }

  async #send(method: string, path: string, options: SendOptions = {}): Promise<Response> {
    const response = await fetch(`${this.#base}${path}`, {
      method,
      headers: {
        'Accept-Language': this.language,
        ...(this.#cookie === '' ? {} : { Cookie: this.#cookie }),
        ...(this.#csrf === '' ? {} : { 'X-CSRF-Token': this.#csrf }),
        ...(options.key === undefined ? {} : { 'Idempotency-Key': options.key }),
        ...(typeof options.body === 'string' ? { 'Content-Type': 'application/json' } : {}),
        ...options.headers,
      },
      ...(options.body === undefined ? {} : { body: options.body }),
    });
    const cookie = response.headers
      .getSetCookie()
      .map((entry) => entry.split(';')[0])
      .join('; ');
    if (cookie !== '') this.#cookie = cookie;
    if (response.ok) return response;
    const text = await response.text();
    throw new ApiProblem(method, path, response.status, readProblem(text));
  }
}

interface SendOptions {
  body?: string | FormData;
  key?: string;
  headers?: Record<string, string>;
}

function readProblem(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return { detail: text.slice(0, 200) };
  }
}
